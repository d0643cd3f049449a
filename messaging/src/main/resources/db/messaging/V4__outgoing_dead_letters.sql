-- An event of this service that can never be sent is a dead letter of the channel outbox. It keeps the number and the time of its
-- outbox row, because it returns to its place there when it is sent again.
alter table dead_letter
    add column outbox_seq bigint,
    add column written_at timestamptz,
    add check ((channel = 'outbox') = (outbox_seq is not null)),
    add check ((outbox_seq is null) = (written_at is null));
create index dead_letter_unsent on dead_letter (outbox_seq) where status = 'PARKED' and outbox_seq is not null;

-- The outbox without the rows that wait for an operator: those whose ordering key has such a dead letter.
create view outbox_sendable as
select seq, id, topic, record_key, payload, headers, created_at
from outbox
where record_key is null
   or topic || '/' || record_key <> all (array(
       select topic || '/' || record_key from dead_letter
       where status = 'PARKED' and outbox_seq is not null and record_key is not null));
