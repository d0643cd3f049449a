-- A refund refers to the capture that it gives back, so what was not captured cannot be refunded.
alter table payment_entry
    add column gives_back text generated always as (case kind when 'REFUND' then 'CAPTURE' end) stored,
    add foreign key (order_id, gives_back) references payment_entry (order_id, kind);

-- Append-only means whole, too.
create trigger whole before truncate on payment_entry for each statement execute function refuse_change();
