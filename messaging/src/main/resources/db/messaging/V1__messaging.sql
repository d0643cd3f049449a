-- What waits to be published. Rows are deleted as soon as Kafka has acknowledged them, so the table stays small.
create table outbox (
    seq        bigint generated always as identity primary key,
    id         uuid        not null,
    topic      text        not null,
    record_key text,
    payload    text,
    headers    text        not null,
    created_at timestamptz not null default clock_timestamp()
);
-- Much is inserted and deleted here: vacuum by count, not by share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Which events have had their effect in this service.
create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default now()
);

-- What could not be handled, with its cause.
create table dead_letter (
    id              uuid primary key,
    event_id        uuid        not null,
    channel         text        not null,
    topic           text        not null,
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    record_key      text,
    payload         text,
    headers         text        not null,
    cause           text        not null,
    attempts        integer     not null check (attempts > 0),
    parked_at       timestamptz not null default now()
);
