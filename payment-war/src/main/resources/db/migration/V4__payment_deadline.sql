-- A charge that the gateway says nothing definite about is withdrawn after a while: EXPIRING until the gateway has ruled it out.
alter table payment drop constraint payment_status_check;
alter table payment add constraint known_status check (status in
    ('NEW', 'PENDING', 'UNKNOWN', 'EXPIRING', 'COMPLETED', 'FAILED', 'VOIDING', 'VOIDED', 'REFUNDING', 'REFUNDED'));
drop index payment_due;
create index payment_due on payment (next_attempt_at)
    where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING');
create index payment_charging on payment (created_at) where status in ('PENDING', 'UNKNOWN');
