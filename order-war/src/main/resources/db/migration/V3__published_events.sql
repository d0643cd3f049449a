-- Which event told the other services of a step: OrderCreated, OrderConfirmed, OrderRejected or OrderCancelled. Null in older rows.
alter table order_history add column published_event_id uuid;
