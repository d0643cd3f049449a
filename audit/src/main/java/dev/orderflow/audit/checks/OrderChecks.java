package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import java.util.List;

/** Invariants within the database of the order service. */
public final class OrderChecks {

    private static final String OVERDUE = """
            select id, format('it is still %s, %s s after it was placed', status,
                    extract(epoch from now() - created_at)::bigint),
                version
            from orders
            where status = 'PENDING' and created_at <= now() - ? * interval '1 s'
                or status = 'RESERVED' and created_at <= now() - ? * interval '1 s'""";

    /** Keys expire, so an old order may have none. */
    private static final String KEYS = """
            select id, format('%s idempotency keys lead to it', count(order_id)), version
            from orders left join idempotency_key k on order_id = id
            group by id
            having count(order_id) > 1 or count(order_id) = 0 and orders.created_at > now() - ? * interval '1 s'""";

    /** A key belongs to an order of its customer. Earlier versions also stored the response. */
    private static final String KEPT_ANSWERS = """
            select order_id,
                format('key %s of customer %s answers with another order: %s', key, k.customer_id, location), 0
            from idempotency_key k join orders o on o.id = order_id
            where o.customer_id <> k.customer_id or (body <> '' and (
                location not like '%' || order_id or position(order_id::text in body) = 0
                or k.status not between 200 and 299))""";

    private static final String REPEATED_EFFECTS = """
            select event_id, format('the event had %s effects on orders, among them %s', count(*), min(order_id::text)),
                max(seq)
            from order_history where event_id is not null
            group by event_id having count(*) > 1""";

    private static final String UNCLAIMED_EFFECTS = """
            select event_id, format('the event had an effect on order %s, but was never claimed', order_id), seq
            from order_history h
            where at > now() - interval '1 hour'
                and event_id is not null and not exists (select from inbox i where i.event_id = h.event_id)""";

    private static final String LEGAL =
            "with legal (from_status, cause, to_status, reason) as (values " + LegalTransition.rows() + "), ";

    /** Rows without effect are legal, too: late, repeated or overtaken signals are recorded. */
    private static final String STEPS = LEGAL + """
            steps as (
                select h.*, lag(to_status) over (partition by order_id order by seq) before from order_history h)
            select order_id,
                format('step %s, %s from %s to %s, is not legal after %s',
                    seq, cause, coalesce(from_status, 'nothing'), steps.to_status, coalesce(before, 'nothing')),
                seq
            from steps left join legal using (from_status, cause)
            where case when before is null
                then from_status is not null or cause <> 'PLACED' or steps.to_status <> 'PENDING'
                else from_status is distinct from before
                    or steps.to_status <> coalesce(legal.to_status, before)
                    or cause not in (select cause from legal union select 'PAYMENT_REFUNDED')
                end""";

    /** A transaction may make several transitions, and increments the version once. */
    private static final String ENDS = LEGAL + """
            lives as (
                select order_id,
                    (array_agg(to_status order by seq desc))[1] status,
                    (array_agg(h.reason order by seq desc) filter (where moved))[1] reason,
                    count(*) filter (where moved) moves
                from (
                    select h.*, from_status <> h.to_status moved, legal.reason
                    from order_history h left join legal using (from_status, cause)) h
                group by order_id)
            select id,
                format('it is %s %s in version %s, but its history ends as %s %s after %s move(s)',
                    o.status, o.reason, o.version, coalesce(l.status, 'nothing'), l.reason, coalesce(l.moves, 0)),
                o.version
            from orders o left join lives l on l.order_id = o.id
            where o.status is distinct from l.status or o.reason is distinct from l.reason
                or o.version > l.moves or o.version = 0 and l.moves > 0""";

    /** Returns all checks. At rest, every open order is overdue. */
    public static List<SqlCheck> all(AuditTarget.Limits limits, boolean atRest) {
        return List.of(
                SqlCheck.of(
                        Invariant.I4, OVERDUE, allowed(limits.pending(), atRest), allowed(limits.reserved(), atRest)),
                SqlCheck.of(
                        Invariant.I5,
                        KEYS,
                        limits.keyRetention().minus(AuditTarget.Limits.MARGIN).toSeconds()),
                SqlCheck.of(Invariant.I5, KEPT_ANSWERS),
                SqlCheck.of(Invariant.I6, REPEATED_EFFECTS),
                SqlCheck.of(Invariant.I6, UNCLAIMED_EFFECTS),
                SqlCheck.of(Invariant.I7, STEPS),
                SqlCheck.of(Invariant.I7, ENDS));
    }

    private static long allowed(Duration deadline, boolean atRest) {
        return atRest ? 0 : deadline.plus(AuditTarget.Limits.MARGIN).toSeconds();
    }

    private OrderChecks() {}
}
