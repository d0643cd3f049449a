-- Append-only means whole, too.
create trigger stock_movement_whole before truncate on stock_movement for each statement execute function refuse_change();
