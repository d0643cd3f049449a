package dev.orderflow.chassis.http.json;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.orderflow.chassis.http.Problem.FieldError;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;

/** Validates a body with {@link CrossFieldRules}, so that the response names its fields instead of a Java method. */
@Documented
@Constraint(validatedBy = ConsistentBody.CrossFieldValidator.class)
@Target(TYPE)
@Retention(RUNTIME)
public @interface ConsistentBody {

    String message() default "is not consistent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports each broken rule at its field. */
    final class CrossFieldValidator implements ConstraintValidator<ConsistentBody, CrossFieldRules> {

        @Override
        public boolean isValid(CrossFieldRules body, ConstraintValidatorContext context) {
            List<FieldError> broken = body.violations();
            context.disableDefaultConstraintViolation();
            broken.forEach(rule -> context.buildConstraintViolationWithTemplate(rule.message())
                    .addPropertyNode(rule.field())
                    .addConstraintViolation());
            return broken.isEmpty();
        }
    }
}
