-- Orders that are not confirmed are few: those in progress, and those that ended without a sale. All others are found by age. A statement has
-- to name the status as a literal: a generic plan for any status cannot use an index for some. Nothing else is in this migration, because it
-- keeps writers out while the index is built.
create index orders_not_confirmed on orders (status, created_at, id) where status <> 'CONFIRMED';
