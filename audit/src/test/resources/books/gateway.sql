create temporary table asked as
select i, i % 10 kind, ('0198c0de-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid order_id
from generate_series(0, :orders - 1) i;

insert into charge (key, order_id, amount, currency, token, status)
select order_id::text, case kind when 9 then '' else order_id::text end, case kind when 9 then 0 else 2250 end,
    'EUR', 'tok_approve',
    case kind when 7 then 'DECLINED' when 9 then 'VOIDED' else 'CAPTURED' end
from asked where kind <> 6;

insert into movement (key, kind, amount)
select order_id::text, movement, 2250
from asked, unnest(case when kind < 6 then array['CAPTURE'] when kind = 8 then array['CAPTURE', 'REFUND'] end) movement;

drop table asked;
analyze;
