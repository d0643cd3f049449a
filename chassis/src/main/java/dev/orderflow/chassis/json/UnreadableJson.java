package dev.orderflow.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/** A text is no JSON, or not of the expected form. The message names the member and the rule, and quotes no value. */
public class UnreadableJson extends RuntimeException {

    private static final int LONGEST_FIELD = 200;

    private final String field;
    private final String rule;

    UnreadableJson(String field, String rule, @Nullable Throwable cause) {
        super(field.isEmpty() ? rule : field + " cannot be read: " + rule, cause);
        this.field = field;
        this.rule = rule;
    }

    /** At the parser's current place. */
    static UnreadableJson at(JsonParser parser, String rule, @Nullable Throwable cause) {
        return new UnreadableJson(field(parser), rule, cause);
    }

    /** Path of the member, such as {@code lines[0].quantity}; empty for the document itself. */
    public String field() {
        return field;
    }

    /** The rule that is broken, to follow the name of the member. */
    public String rule() {
        return rule;
    }

    static String field(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer at = parser.getParsingContext().pathAsPointer(); !at.matches(); at = at.tail()) {
            path.append(at.mayMatchElement() ? "[" + at.getMatchingIndex() + "]" : "." + at.getMatchingProperty());
        }
        String field = path.toString().replaceAll("^\\.|[^\\w.\\[\\]-]", "");
        return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
    }
}
