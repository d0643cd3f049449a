-- Stock of the ten products of the sample catalogue. For the local run and tests only.

with sample (sku, on_hand) as (
    values ('BOOK-001', 1000000), ('BOOK-002', 5000), ('MUG-001', 5000), ('SHIRT-001', 5000), ('LAMP-001', 2000),
           ('PEN-001', 5000), ('BAG-001', 2000), ('CHAIR-001', 1000), ('LAST-001', 1), ('NONE-001', 0)
), stocked as (
    insert into stock (sku, on_hand) select sku, on_hand from sample returning sku, on_hand
)
insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after,
                            idempotency_key, reason, version_after)
select uuidv7(), sku, 'RECEIVED', on_hand, 0, on_hand, 0, 'sample-' || sku, 'Sample data', 0 from stocked where on_hand > 0;
