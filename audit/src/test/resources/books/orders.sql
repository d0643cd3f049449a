-- So many orders (:orders), of ten kinds: 0 to 5 confirmed, 6 out of stock, 7 declined, 8 cancelled and refunded, 9 expired.
create temporary table steps (kind integer, step integer, from_status text, to_status text, cause text);
insert into steps
select kind, step, from_status, to_status, cause
from (values
    ('[0,9]', 0, null, 'PENDING', 'PLACED'),
    ('[0,5]', 1, 'PENDING', 'RESERVED', 'STOCK_RESERVED'),
    ('[0,5]', 2, 'RESERVED', 'CONFIRMED', 'PAYMENT_COMPLETED'),
    ('[6,6]', 1, 'PENDING', 'REJECTED', 'STOCK_REJECTED'),
    ('[7,9]', 1, 'PENDING', 'RESERVED', 'STOCK_RESERVED'),
    ('[7,7]', 2, 'RESERVED', 'REJECTED', 'PAYMENT_FAILED'),
    ('[8,8]', 2, 'RESERVED', 'CANCELLED', 'CANCEL_REQUESTED'),
    ('[8,8]', 3, 'CANCELLED', 'CANCELLED', 'PAYMENT_COMPLETED'),
    ('[8,8]', 4, 'CANCELLED', 'CANCELLED', 'PAYMENT_REFUNDED'),
    ('[9,9]', 2, 'RESERVED', 'CANCELLED', 'RESERVATION_EXPIRED')) as s (kinds, step, from_status, to_status, cause),
    generate_series(0, 9) kind
where kind <@ kinds::int4range;

create temporary table placed as
select i, i % 10 kind, ('0198c0de-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid id
from generate_series(0, :orders - 1) i;

insert into orders (id, version, customer_id, status, reason, currency, total, payment_token)
select id, case kind when 6 then 1 else 2 end, 'c-1',
    case when kind < 6 then 'CONFIRMED' when kind < 8 then 'REJECTED' else 'CANCELLED' end,
    case kind when 6 then 'OUT_OF_STOCK' when 7 then 'PAYMENT_DECLINED' when 8 then 'CANCELLED_BY_CUSTOMER'
        when 9 then 'EXPIRED' end,
    'EUR', 2250, 'tok_approve'
from placed;

insert into order_line (order_id, position, sku, name, quantity, unit_price)
select id, 0, 'A-' || i % 1000, 'One of it', 1, 1250 from placed
union all
select id, 1, 'B-' || i % 1000, 'Two of it', 2, 500 from placed;

insert into order_history (id, order_id, from_status, to_status, cause, event_id)
select uuidv7(), id, from_status, to_status, cause,
    case when cause not in ('PLACED', 'CANCEL_REQUESTED') then md5(i || cause)::uuid end
from placed join steps using (kind)
order by i, step;

insert into inbox (event_id) select event_id from order_history where event_id is not null;

insert into idempotency_key (customer_id, key, fingerprint, order_id, status, location, entity_tag, body)
select 'c-1', 'k-' || i, sha256(id::text::bytea), id, 201, '/api/orders/' || id, '"0"', format('{"id": "%s"}', id)
from placed;

drop table steps, placed;
analyze;
