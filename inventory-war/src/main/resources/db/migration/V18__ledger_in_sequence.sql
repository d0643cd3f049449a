-- The place of a movement among those of its SKU. Drawn while the SKU's row of stock is locked, so movements are in the order in
-- which the stock changed. Their ids are not: servers make them, each by its own clock.
alter table stock_movement add column seq bigint;
alter table stock_movement disable trigger stock_movement_append_only;
update stock_movement set seq = place
from (select id, row_number() over (order by id) as place from stock_movement) as placed
where placed.id = stock_movement.id;
alter table stock_movement enable trigger stock_movement_append_only;
alter table stock_movement alter column seq set not null;
alter table stock_movement alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('stock_movement', 'seq'), coalesce(max(seq), 0) + 1, false) from stock_movement;

create index stock_movement_of_sku on stock_movement (sku, seq);
drop index stock_movement_newest_of_sku;
