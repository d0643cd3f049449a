-- Movements of orders have no key, and need no entry in its index.
create unique index one_adjustment_per_idempotency_key on stock_movement (idempotency_key) where idempotency_key is not null;
alter table stock_movement drop constraint one_adjustment_per_key;
alter index one_adjustment_per_idempotency_key rename to one_adjustment_per_key;

-- Runs for the statements of the version before, which do not set the time.
drop trigger reservation_updated on reservation;
create trigger reservation_updated before update on reservation
    for each row when (new.updated_at = old.updated_at) execute function set_updated_at();
