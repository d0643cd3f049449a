-- How far the events of orders have been handled here, by partition: all that the order service had committed before the time.
create table published_orders (
    kafka_partition integer     primary key check (kafka_partition >= 0),
    partitions      integer     not null check (partitions > 0),
    until           timestamptz not null
);
