package dev.orderflow.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.JsonShape;
import dev.orderflow.order.rest.order.OrderRepresentation;
import dev.orderflow.order.rest.product.ProductRepresentation;
import org.junit.jupiter.api.Test;

class RepresentationFormsTest {

    /** A change of the members needs a new form. Otherwise two releases respond 304 for each other's bodies. */
    @Test
    void a_form_belongs_to_the_members_that_it_had() {
        assertThat(OrderRepresentation.FORM + ": " + JsonShape.of(OrderRepresentation.class))
                .isEqualTo("v1: id UUID, status String, reason String, customerId String, currency String, total long,"
                        + " lines List<(sku String, name String, quantity int, unitPrice long)>,"
                        + " version long, createdAt String, updatedAt String");
        assertThat(ProductRepresentation.FORM + ": " + JsonShape.of(ProductRepresentation.class))
                .isEqualTo("v1: sku String, name String, unitPrice long, currency String, version long");
    }
}
