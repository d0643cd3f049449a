package dev.orderflow.chassis.http.json;

import dev.orderflow.chassis.http.Problem.FieldError;
import java.util.List;

/** A request body with rules that concern several fields. */
public interface CrossFieldRules {

    /** Returns the broken rules, each with its field. Required fields may still be null. */
    List<FieldError> violations();
}
