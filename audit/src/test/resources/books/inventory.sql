create temporary table reserved as
select i, i % 10 kind, ('0198c0de-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid order_id
from generate_series(0, :orders - 1) i;

create temporary table wanted as
select order_id, kind, 'A-' || i % 1000 sku, 1 quantity from reserved where kind <> 6
union all
select order_id, kind, 'B-' || i % 1000, 2 from reserved where kind <> 6;

insert into stock (sku, on_hand)
select letter || '-' || i, 1000000 - coalesce(sold, 0)
from generate_series(0, least(1000, :orders) - 1) i cross join unnest(array['A', 'B']) letter
left join (select sku, sum(quantity) sold from wanted where kind < 6 group by sku) sales on sku = letter || '-' || i;

insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after,
    idempotency_key, reason, version_after)
select uuidv7(), sku, 'RECEIVED', 1000000, 0, 1000000, 0, sku, 'First delivery', 0 from stock;

insert into reservation (order_id, status, version)
select order_id,
    case when kind < 6 then 'COMMITTED' when kind < 9 then 'RELEASED' else 'EXPIRED' end,
    case kind when 6 then 0 else 1 end
from reserved;

insert into reservation_line (order_id, sku, quantity) select order_id, sku, quantity from wanted;

insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after, order_id)
select uuidv7(), sku, 'RESERVED', 0, quantity, 1000000, quantity, order_id from wanted;
insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after, order_id)
select uuidv7(), sku, case when kind < 6 then 'SOLD' when kind < 9 then 'RELEASED' else 'EXPIRED' end,
    case when kind < 6 then -quantity else 0 end, -quantity, 1000000, 0, order_id from wanted;

drop table reserved, wanted;
analyze;
