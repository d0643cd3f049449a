-- Append-only means whole, too.
create trigger order_history_whole before truncate on order_history for each statement execute function refuse_change();
