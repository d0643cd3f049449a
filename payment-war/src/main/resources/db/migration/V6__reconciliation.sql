-- The version of a payment that the gateway's books were found to agree with; it agrees with the present one if it is the same.
-- What is at rest and was not found to agree yet is looked for by this index.
alter table payment add column agreed_version integer;
create index payment_not_agreed on payment (order_id)
    where status in ('COMPLETED', 'FAILED', 'VOIDED', 'REFUNDED') and agreed_version is distinct from version;

-- How far the gateway's statement was read, by the gateway's clock; who reconciles, and when it was last done.
create table reconciliation (
    the_only_row boolean     primary key default true check (the_only_row),
    created_at   timestamptz not null default now(),
    next_pass_at timestamptz not null default now(),
    read_to      timestamptz not null default 'epoch',
    started_at   timestamptz,
    completed_at timestamptz,
    check ((started_at is null) = (completed_at is null))
);
insert into reconciliation default values;

-- What the two ledgers do not agree on now, by the gateway's key; empty while all is well. Amounts in minor units.
create table difference (
    key              text        primary key,
    order_id         text        not null,
    kind             text        not null check (kind in ('CAPTURED_BY_GATEWAY_ONLY', 'CAPTURED_BY_US_ONLY',
        'REFUNDED_BY_GATEWAY_ONLY', 'REFUNDED_BY_US_ONLY', 'AMOUNT_DIFFERS', 'CHARGED_TWICE')),
    our_captured     bigint      not null,
    our_refunded     bigint      not null,
    our_currency     text,
    gateway_captured bigint      not null,
    gateway_refunded bigint      not null,
    gateway_currency text,
    found_at         timestamptz not null,
    checked_at       timestamptz not null
);

create index movement_by_time on gateway.movement (moved_at, key, kind);
