-- One row per order. A NEW row exists only while the transaction that opened it runs.
-- XXX is ISO 4217 for "no currency": an order that was abandoned before it was requested.
create table payment (
    order_id        uuid primary key,
    status          text        not null default 'NEW' check (status in
                        ('NEW', 'PENDING', 'UNKNOWN', 'COMPLETED', 'FAILED', 'VOIDING', 'VOIDED', 'REFUNDING', 'REFUNDED')),
    amount          bigint      not null default 0 check (amount >= 0),
    currency        text        not null default 'XXX' check (currency ~ '^[A-Z]{3}$'),
    token           text        not null default '',
    reason          text,
    attempts        integer     not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    version         integer     not null default 0,
    unique (order_id, amount)
);
create index payment_due on payment (next_attempt_at) where status in ('PENDING', 'UNKNOWN', 'VOIDING', 'REFUNDING');

-- The ledger: at most one entry of a kind per order, always of the payment's whole amount. That is what rules out a second
-- capture and a refund of more than was captured.
create table payment_entry (
    order_id   uuid        not null,
    kind       text        not null check (kind in ('AUTHORISE', 'CAPTURE', 'REFUND', 'VOID')),
    amount     bigint      not null check (amount >= 0),
    entered_at timestamptz not null default clock_timestamp(),
    primary key (order_id, kind),
    foreign key (order_id, amount) references payment (order_id, amount)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on payment_entry for each statement execute function refuse_change();
