-- For the janitor, who forgets the oldest first.
create index inbox_by_age on inbox (received_at);
-- Much is inserted, and as much is deleted: vacuum by count, not by share.
alter table inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000,
                       autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
