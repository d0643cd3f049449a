create table product (
    sku        text primary key check (length(sku) between 1 and 64),
    name       text   not null check (length(name) between 1 and 200),
    unit_price bigint not null check (unit_price between 1 and 1000000000),
    version    bigint not null
);

create table orders (
    id            uuid primary key,
    version       bigint      not null,
    customer_id   text        not null check (length(customer_id) between 1 and 64),
    status        text        not null check (status in ('PENDING', 'RESERVED', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
    reason        text check (reason in ('OUT_OF_STOCK', 'PAYMENT_DECLINED', 'CANCELLED_BY_CUSTOMER', 'EXPIRED')),
    currency      text        not null check (length(currency) = 3),
    total         bigint      not null check (total >= 0),
    payment_token text        not null check (length(payment_token) between 1 and 64),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint reason_tells_why check ((status in ('REJECTED', 'CANCELLED')) = (reason is not null))
);

create table order_line (
    order_id   uuid    not null references orders,
    position   integer not null check (position between 0 and 99),
    sku        text    not null,
    name       text    not null,
    quantity   integer not null check (quantity between 1 and 10000),
    unit_price bigint  not null check (unit_price > 0),
    primary key (order_id, position),
    constraint one_line_per_sku unique (order_id, sku)
);

-- Every step of every order; rows are only ever added.
create table order_history (
    id           uuid primary key,
    order_id     uuid        not null references orders,
    from_status  text,
    to_status    text        not null,
    cause        text        not null,
    event_id     uuid,
    trace_parent text,
    at           timestamptz not null default clock_timestamp()
);
create index order_history_of_order on order_history (order_id, at);

-- The time of a change is the database's, whichever replica made it.
create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger orders_touch before update on orders for each row execute function touch_updated_at();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;
create trigger order_history_append_only before update or delete on order_history
    for each statement execute function refuse_change();
