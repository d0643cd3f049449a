package dev.orderflow.messaging.deadletters.rest;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Name of the operator, as sent in the request. It is not authenticated. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[\\x21-\\x7e]([\\x20-\\x7e]{0,98}[\\x21-\\x7e])?")
@ReportAsSingleViolation
@Target(PARAMETER)
@Retention(RUNTIME)
@interface OperatorName {

    String HEADER = "Operator";

    String message() default
            "the header " + HEADER + " has 1 to 100 ASCII characters that can be seen, or spaces between them";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
