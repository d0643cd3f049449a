-- Events of our own of types that this version does not know, for a version that does.
create table kept_event (
    seq             bigint generated always as identity primary key,
    channel         text        not null,
    type            text        not null,
    topic           text        not null,
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    record_key      text,
    payload         text,
    headers         text        not null,
    kept_at         timestamptz not null default now()
);
create index kept_event_by_type on kept_event (channel, type, seq);
create index kept_event_by_age on kept_event (kept_at);
