package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Invariant;
import java.util.List;

/** Invariants within the payment ledger, and between it and the gateway's ledger. */
public final class PaymentChecks {

    /** The entries of each status. A VOID may precede money that was captured all the same. */
    private static final String EFFECTS = """
            with ledger as (
                select p.order_id, p.status, p.version, coalesce(string_agg(e.kind, ' ' order by e.kind), '') kinds
                from payment p left join payment_entry e using (order_id)
                group by p.order_id)
            select order_id, format('its payment is %s, but its ledger has %s', status,
                    case kinds when '' then 'no entry' else kinds end),
                version
            from ledger
            where kinds <> all (case status
                when 'COMPLETED' then array['AUTHORISE CAPTURE']
                when 'REFUNDING' then array['AUTHORISE CAPTURE', 'AUTHORISE CAPTURE VOID']
                when 'REFUNDED' then array['AUTHORISE CAPTURE REFUND', 'AUTHORISE CAPTURE REFUND VOID']
                when 'FAILED' then array['', 'VOID']
                when 'VOIDED' then array['', 'VOID']
                else array[''] end)""";

    private static final String STRAY_CHARGES = """
            select key, format('the gateway charged %s %s for what is no order: "%s"', amount, currency, order_id), 0
            from charge
            where coalesce(nullif(order_id, ''), key) !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                and status = 'CAPTURED'""";

    public static final List<SqlCheck> OF_PAYMENTS = List.of(SqlCheck.of(Invariant.I6, EFFECTS));

    public static final List<SqlCheck> OF_THE_GATEWAY = List.of(SqlCheck.of(Invariant.I3, STRAY_CHARGES));

    private PaymentChecks() {}
}
