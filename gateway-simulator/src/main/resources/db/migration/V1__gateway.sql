-- What was asked for under each key. XXX is ISO 4217 for "no currency": a key that was voided before it was charged.
create table charge (
    key        text primary key,
    order_id   text        not null default '',
    amount     bigint      not null default 0 check (amount >= 0),
    currency   text        not null default 'XXX',
    token      text        not null default '',
    status     text        not null check (status in ('CAPTURED', 'DECLINED', 'VOIDED')),
    reason     text,
    created_at timestamptz not null default clock_timestamp()
);
create index charge_by_order on charge (order_id);

-- What was really taken and given back.
create table movement (
    key      text        not null references charge,
    kind     text        not null check (kind in ('CAPTURE', 'REFUND')),
    amount   bigint      not null check (amount >= 0),
    moved_at timestamptz not null default clock_timestamp(),
    primary key (key, kind)
);
create index movement_by_time on movement (moved_at, key, kind);

-- Both are only ever added to.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on charge for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on movement for each statement execute function refuse_change();

-- Requests that the simulator lost on purpose: the first with such a key, never the second.
create table lost_request (
    key text primary key
);

-- How the gateway behaves whatever the tokens say: for all its servers, and over a restart.
create table switches (
    the_only_row   boolean primary key default true check (the_only_row),
    scenario       text    not null,
    decline_reason text    not null,
    percent        integer not null check (percent between 1 and 100)
);
