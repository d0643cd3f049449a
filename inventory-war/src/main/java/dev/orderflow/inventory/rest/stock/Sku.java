package dev.orderflow.inventory.rest.stock;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.orderflow.chassis.http.parameters.TextRules;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Requires the syntax of a SKU. The SKU need not exist. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = TextRules.SKU)
@ReportAsSingleViolation
@Target(PARAMETER)
@Retention(RUNTIME)
@interface Sku {

    String message() default TextRules.SKU_RULE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
