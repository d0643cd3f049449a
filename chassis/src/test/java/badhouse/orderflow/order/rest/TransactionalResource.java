package badhouse.orderflow.order.rest;

import jakarta.transaction.Transactional;

/** A transaction that includes the HTTP request. */
@Transactional
public interface TransactionalResource {}
