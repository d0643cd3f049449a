create temporary table asked as
select i, i % 10 kind, ('0198c0de-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid order_id
from generate_series(0, :orders - 1) i;

insert into payment (order_id, status, amount, currency, token, version)
select order_id,
    case when kind < 6 then 'COMPLETED' when kind = 7 then 'FAILED' when kind = 8 then 'REFUNDED' else 'VOIDED' end,
    case kind when 6 then 0 else 2250 end, case kind when 6 then 'XXX' else 'EUR' end, 'tok_approve', 2
from asked;

insert into payment_entry (order_id, kind, amount)
select order_id, entry, 2250
from asked, unnest(case
    when kind < 6 then array['AUTHORISE', 'CAPTURE']
    when kind = 8 then array['AUTHORISE', 'CAPTURE', 'REFUND']
    when kind = 9 then array['VOID']
    else array[]::text[] end) entry;

drop table asked;
analyze;
