-- The simulated gateway is another company: nothing here refers to the payment tables, and nothing there to these.
create schema gateway;

create table gateway.charge (
    key        text primary key,
    order_id   text        not null default '',
    amount     bigint      not null default 0 check (amount >= 0),
    currency   text        not null default 'XXX',
    token      text        not null default '',
    status     text        not null check (status in ('CAPTURED', 'DECLINED', 'VOIDED')),
    reason     text,
    created_at timestamptz not null default clock_timestamp()
);
create index charge_by_order on gateway.charge (order_id);

-- What was really taken and given back.
create table gateway.movement (
    key      text        not null references gateway.charge,
    kind     text        not null check (kind in ('CAPTURE', 'REFUND')),
    amount   bigint      not null check (amount >= 0),
    moved_at timestamptz not null default clock_timestamp(),
    primary key (key, kind)
);

-- Requests that the simulator lost on purpose: the first with such a key, never the second.
create table gateway.lost_request (
    key text primary key
);
