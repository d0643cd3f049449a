-- Stock, reservations and the stock ledger. Every limit that the code knows is repeated here: these have the last word.

create table stock (
    sku      varchar(64) primary key check (sku <> ''),
    on_hand  bigint not null default 0 check (on_hand >= 0),
    reserved bigint not null default 0 check (reserved >= 0),
    version  bigint not null default 0,
    constraint no_oversell check (reserved <= on_hand)
);

create table reservation (
    order_id   uuid primary key,
    status     varchar(16) not null check (status in ('HELD', 'COMMITTED', 'RELEASED')),
    version    bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

-- What the order wanted and got; reserved = sum of the lines of all HELD reservations.
create table reservation_line (
    order_id uuid not null references reservation,
    sku      varchar(64) not null references stock,
    quantity integer not null check (quantity > 0),
    primary key (order_id, sku)
);

-- Every change of on_hand, for ever; on_hand = sum of the quantities. The levels are those the movement left behind.
create table stock_movement (
    id              uuid primary key,
    sku             varchar(64) not null references stock,
    kind            varchar(16) not null,
    quantity        bigint not null check (quantity <> 0),
    on_hand_after   bigint not null check (on_hand_after >= 0),
    reserved_after  bigint not null check (reserved_after between 0 and on_hand_after),
    at              timestamptz not null default clock_timestamp(),
    order_id        uuid references reservation,
    idempotency_key varchar(128),
    reason          varchar(200),
    version_after   bigint,
    constraint one_sale_per_order_and_sku unique (order_id, sku),
    constraint one_adjustment_per_key unique (idempotency_key),
    constraint known_kind check (
        kind = 'SOLD' and quantity < 0 and order_id is not null
            and idempotency_key is null and reason is null and version_after is null
        or kind = 'ADJUSTED' and abs(quantity) <= 1000000 and order_id is null
            and idempotency_key is not null and reason <> '' and version_after is not null)
);

create index stock_movement_newest_of_sku on stock_movement (sku, id);

create function set_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;

create trigger reservation_updated before update on reservation for each row execute function set_updated_at();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger stock_movement_append_only before update or delete on stock_movement
    for each row execute function refuse_change();
