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

/** A boolean as text. JAX-RS would read every text except {@code true} as false. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "true|false")
@ReportAsSingleViolation
@Target(PARAMETER)
@Retention(RUNTIME)
@interface TrueOrFalse {

    String message() default "must be true or false";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
