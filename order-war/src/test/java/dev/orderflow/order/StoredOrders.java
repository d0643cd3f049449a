package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** Checks what must hold for every stored row after any input. */
final class StoredOrders {

    /** Queries for rows that violate a limit. */
    private static final Map<String, String> BROKEN = Map.of(
            "an order is the customer's, in one currency, at a price",
            """
            select count(*) from orders
            where customer_id !~ '^[A-Za-z0-9._:@-]{1,64}$' or payment_token !~ '^[A-Za-z0-9._:@-]{1,64}$'
               or currency <> 'EUR' or total <= 0 or version < 0""",
            "an order has 1 to 100 lines, which make its total",
            """
            select count(*) from orders o where not exists (
                select from order_line l where l.order_id = o.id
                having count(*) between 1 and 100 and sum(l.quantity * l.unit_price) = o.total
                   and min(l.position) = 0 and max(l.position) = count(*) - 1)""",
            "a line is of a product, with limits",
            """
            select count(*) from order_line l
            where quantity not between 1 and 10000 or unit_price not between 1 and 1000000000
               or not exists (select from product p where p.sku = l.sku)""",
            "a product has a SKU, a printable name and a price",
            """
            select count(*) from product
            where sku !~ '^[A-Za-z0-9._:@-]{1,64}$' or sku in ('.', '..') or length(name) not between 1 and 200 or name ~ '[\\x01-\\x1f\\x7f]'
               or unit_price not between 1 and 1000000000""",
            "a name has something to see",
            """
            select count(*) from product
            where name ~ '^[\\s\\u00a0\\u0300-\\u036f\\u200b-\\u200f\\u2028-\\u202e\\u3164\\ufe00-\\ufe0f\\ufeff]*$'""",
            "nothing was stored that nobody sent, such as a ? for what could not be read",
            "select count(*) from product where name like '%?%' or name like '%' || chr(65533) || '%'",
            "an order has a history",
            "select count(*) from orders o where not exists (select from order_history h where h.order_id = o.id)",
            "a key is of the order it was used for",
            """
            select count(*) from idempotency_key k join orders o on o.id = k.order_id
            where k.customer_id <> o.customer_id or k.key !~ '^[\\x21-\\x7e]{1,128}$'""",
            "an order that was just placed has a key",
            """
            select count(*) from orders o
            where customer_id like 'g-_' and not exists (select from idempotency_key k where k.order_id = o.id)""");

    private StoredOrders() {}

    static void assertSound() {
        assertThat(OrderRows.number("select count(*) from orders")).isPositive();
        SoftAssertions.assertSoftly(softly -> BROKEN.forEach((limit, query) ->
                softly.assertThat(OrderRows.number(query)).as(limit).isZero()));
    }
}
