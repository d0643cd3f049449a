package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.paging.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Page} of stock, for the document, which knows no type parameters. */
@Schema(requiredProperties = "items", examples = """
        {"items": [{"sku": "BOOK-001", "onHand": 1000000, "reserved": 2, "available": 999998, "version": 4}],
         "next": "BOOK-001"}""")
record StockPage(
        List<StockLevel> items,

        @Schema(description = "Value of `after` for the next page; absent on the last page") @Nullable
        String next) {}
