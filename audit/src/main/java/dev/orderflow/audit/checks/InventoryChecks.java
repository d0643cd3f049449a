package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Invariant;
import java.util.List;

/** Invariants within the database of the inventory service. */
public final class InventoryChecks {

    private static final String COUNTERS = """
            with moved as (
                select sku, sum(quantity) on_hand, sum(reserved_change) reserved from stock_movement group by sku),
            held as (
                select sku, sum(quantity) units from reservation_line join reservation r using (order_id)
                where r.status = 'HELD' group by sku)
            select sku,
                format('%s on hand and %s reserved; its movements make %s and %s, and reservations hold %s',
                    s.on_hand, s.reserved, coalesce(m.on_hand, 0), coalesce(m.reserved, 0), coalesce(h.units, 0)),
                version
            from stock s left join moved m using (sku) left join held h using (sku)
            where s.on_hand <> coalesce(m.on_hand, 0)
                or s.reserved <> coalesce(m.reserved, 0)
                or s.reserved <> coalesce(h.units, 0)
                or s.on_hand < 0 or s.reserved < 0""";

    private static final String OVERSOLD = """
            with stocked as (
                select sku, sum(quantity) units from stock_movement where order_id is null group by sku),
            taken as (
                select sku, sum(quantity) units from reservation_line join reservation r using (order_id)
                where r.status in ('HELD', 'COMMITTED') group by sku)
            select sku, format('%s are sold or held, but only %s were ever stocked', t.units, coalesce(s.units, 0)),
                version
            from taken t join stock using (sku) left join stocked s using (sku)
            where t.units > coalesce(s.units, 0)""";

    /** Each line was reserved once, then sold or given back as its reservation says. Nothing else moved. */
    private static final String EFFECTS = """
            with moved as (
                select order_id, sku,
                    sum(reserved_change) filter (where kind = 'RESERVED') reserved,
                    string_agg(kind || ' ' || abs(reserved_change), ', ' order by kind)
                        filter (where kind <> 'RESERVED') ended
                from stock_movement where order_id is not null group by order_id, sku),
            due as (
                select order_id, sku, quantity, r.status, r.version,
                    case r.status when 'COMMITTED' then 'SOLD ' || quantity when 'RELEASED' then 'RELEASED ' || quantity
                        when 'EXPIRED' then 'EXPIRED ' || quantity end ended
                from reservation_line join reservation r using (order_id))
            select order_id,
                format('%s: a reservation that is %s over %s; the ledger has %s reserved, then %s',
                    sku, coalesce(d.status, 'absent'), coalesce(d.quantity, 0), coalesce(m.reserved, 0),
                    coalesce(m.ended, 'nothing')),
                coalesce(d.version, -1)
            from due d full join moved m using (order_id, sku)
            where d.quantity is distinct from m.reserved or d.ended is distinct from m.ended""";

    public static final List<SqlCheck> ALL = List.of(
            SqlCheck.of(Invariant.I1, COUNTERS),
            SqlCheck.of(Invariant.I2, OVERSOLD),
            SqlCheck.of(Invariant.I6, EFFECTS));

    private InventoryChecks() {}
}
