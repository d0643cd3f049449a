-- An order that was abandoned before it was requested has no charge: the gateway is not asked about it.
drop index payment_not_agreed;
create index payment_not_agreed on payment (order_id)
    where status in ('COMPLETED', 'FAILED', 'VOIDED', 'REFUNDED') and agreed_version is distinct from version
        and currency <> 'XXX';
