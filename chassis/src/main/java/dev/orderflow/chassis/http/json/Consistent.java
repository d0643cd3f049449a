package dev.orderflow.chassis.http.json;

import dev.orderflow.chassis.http.Problem.FieldError;
import java.util.List;

/** A body with rules that concern several of its fields. */
public interface Consistent {

    /** Every broken rule, under the name of a field that breaks it. What other rules demand may be missing still. */
    List<FieldError> broken();
}
