-- Idempotency-Key of POST /orders: what was answered, kept to be answered again. Lies in the order's own transaction.
create table idempotency_key (
    customer_id text        not null,
    key         text        not null check (length(key) between 1 and 128),
    fingerprint bytea       not null check (length(fingerprint) = 32),
    order_id    uuid        not null references orders,
    status      integer     not null,
    location    text        not null,
    entity_tag  text        not null,
    body        text        not null,
    created_at  timestamptz not null default now(),
    primary key (customer_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- Pages of orders, newest first, and the deadline scanner.
create index orders_by_age on orders (created_at, id);
create index orders_by_customer on orders (customer_id, created_at, id);
create index orders_by_status on orders (status, created_at, id);

-- The place of a step among all steps, for streams that go on where they stopped. Drawn while the order is locked, so the steps
-- of an order are in sequence; but before the commit, so a low number may appear after a higher one was read: whoever reads on
-- must know how far the sequence is complete (SqlOrderSteps).
alter table order_history add column seq bigint generated always as identity;
create unique index order_history_in_sequence on order_history (seq);
drop index order_history_of_order;
create index order_history_of_order on order_history (order_id, seq);

-- What the edge checks, checked again.
alter table orders
    add constraint customer_id_is_an_identifier check (customer_id ~ '^[A-Za-z0-9._:@-]{1,64}$'),
    add constraint payment_token_is_an_identifier check (payment_token ~ '^[A-Za-z0-9._:@-]{1,64}$'),
    add constraint currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    add constraint an_order_has_lines check (total > 0);
alter table order_line
    add constraint sku_is_an_identifier check (sku ~ '^[A-Za-z0-9._:@-]{1,64}$'),
    add constraint price_is_limited check (unit_price between 1 and 1000000000),
    add constraint name_is_limited check (length(name) between 1 and 200);
alter table product
    add constraint sku_is_an_identifier check (sku ~ '^[A-Za-z0-9._:@-]{1,64}$'),
    add constraint name_is_printable check (name !~ '[\x01-\x1f\x7f]');
