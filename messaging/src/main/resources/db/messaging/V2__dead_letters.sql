-- What became of a dead letter. One that waits for a decision is PARKED; the others are closed, and purged some day.
alter table dead_letter
    add column type      text,
    add column status    text    not null default 'PARKED' check (status in ('PARKED', 'REDRIVEN', 'DISCARDED')),
    add column redrives  integer not null default 0,
    add column version   integer not null default 0,
    add column closed_at timestamptz,
    add check ((status = 'PARKED') = (closed_at is null));
update dead_letter set type = headers::json ->> 'ce_type';
create index dead_letter_parked on dead_letter (redrives, id) where status = 'PARKED';
create index dead_letter_closed on dead_letter (closed_at) where closed_at is not null;

-- Who did what to a dead letter, and how it went.
create table dead_letter_action (
    dead_letter_id uuid        not null references dead_letter on delete cascade,
    seq            bigint      not null generated always as identity,
    at             timestamptz not null default clock_timestamp(),
    action         text        not null check (action in ('PARK', 'DRY_RUN', 'REDRIVE', 'DISCARD')),
    outcome        text        not null check (outcome in ('PARKED', 'HANDLED', 'FAILED', 'DISCARDED')),
    operator       text,
    detail         text,
    primary key (dead_letter_id, seq)
);
insert into dead_letter_action (dead_letter_id, at, action, outcome, detail)
select id, parked_at, 'PARK', 'PARKED', cause from dead_letter order by id;
