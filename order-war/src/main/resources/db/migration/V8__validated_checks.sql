alter table orders
    validate constraint customer_id_is_an_identifier,
    validate constraint payment_token_is_an_identifier,
    validate constraint currency_is_iso_4217;
alter table order_line validate constraint sku_is_an_identifier;
alter table product validate constraint sku_is_an_identifier;
