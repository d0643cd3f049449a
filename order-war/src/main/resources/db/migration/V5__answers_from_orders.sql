-- What a key was answered with is told again from its order, as it was placed. A server of the version before still writes these columns,
-- while it runs beside newer ones; for the key of a newer server it finds here that its client should come again, to one that can tell.
alter table idempotency_key
    alter column status set default 503,
    alter column location set default '',
    alter column entity_tag set default '',
    alter column body set default '';
