-- Reservations expire, and the ledger records every change of both counters: on_hand = sum(quantity), reserved = sum(reserved_change).

alter table reservation drop constraint reservation_status_check;
alter table reservation add constraint known_status check (status in ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED'));
create index reservation_held on reservation (created_at, order_id) where status = 'HELD';

-- Fewer available than this is low; 0: never.
alter table stock add column low_at bigint not null default 0 check (low_at >= 0);

alter table stock_movement disable trigger stock_movement_append_only;
alter table stock_movement
    add column reserved_change bigint not null default 0,
    drop constraint stock_movement_quantity_check,
    drop constraint one_sale_per_order_and_sku,
    drop constraint known_kind;
update stock_movement set kind = 'CORRECTED' where kind = 'ADJUSTED';
update stock_movement set reserved_change = quantity where kind = 'SOLD';
alter table stock_movement enable trigger stock_movement_append_only;
alter table stock_movement alter column reserved_change drop default;

-- What was reserved before the ledger knew of it.
insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after, at, order_id)
select uuidv7(created_at - clock_timestamp()), sku, 'RESERVED', 0, -m.quantity,
       on_hand_after - m.quantity, reserved_after - m.quantity, created_at, order_id
from stock_movement m join reservation using (order_id)
where kind = 'SOLD';
insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after, at, order_id)
select uuidv7(created_at - clock_timestamp()), sku, 'RESERVED', 0, quantity, on_hand, reserved, created_at, order_id
from reservation join reservation_line using (order_id) join stock using (sku)
where status = 'HELD';

alter table stock_movement
    -- At the end of the transaction: a batch may enter movements of one order before the reservation of another.
    drop constraint stock_movement_order_id_fkey,
    add constraint of_a_reservation foreign key (order_id) references reservation deferrable initially deferred,
    add constraint once_per_order_and_sku unique (order_id, sku, kind),
    add constraint known_kind check (
        kind in ('RESERVED', 'RELEASED', 'EXPIRED', 'SOLD')
            and order_id is not null and idempotency_key is null and reason is null and version_after is null
            and sign(reserved_change) = case kind when 'RESERVED' then 1 else -1 end
            and quantity = case kind when 'SOLD' then reserved_change else 0 end
        or kind in ('RECEIVED', 'CORRECTED', 'COUNTED')
            and order_id is null and idempotency_key is not null and reason <> '' and version_after is not null
            and reserved_change = 0 and abs(quantity) <= 1000000000
            and case kind when 'RECEIVED' then quantity > 0 when 'CORRECTED' then quantity <> 0 else true end);
