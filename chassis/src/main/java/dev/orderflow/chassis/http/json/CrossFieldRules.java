package dev.orderflow.chassis.http.json;

import dev.orderflow.chassis.http.Problem.FieldError;
import java.util.List;

/** A body with rules that concern several of its fields. */
public interface CrossFieldRules {

    /** Returns each broken rule with the field that breaks it. A required field may still be null. */
    List<FieldError> violations();
}
