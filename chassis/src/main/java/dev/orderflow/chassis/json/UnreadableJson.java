package dev.orderflow.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/** The text is not JSON or does not match the type. The message names the member and the rule, and quotes no value. */
public class UnreadableJson extends RuntimeException {

    private static final int LONGEST_FIELD = 200;

    private final String field;
    private final String rule;

    UnreadableJson(String field, String rule, @Nullable Throwable cause) {
        super(field.isEmpty() ? rule : field + " cannot be read: " + rule, cause);
        this.field = field;
        this.rule = rule;
    }

    /** Creates the exception for the parser's current position. */
    static UnreadableJson at(JsonParser parser, String rule, @Nullable Throwable cause) {
        return new UnreadableJson(field(parser), rule, cause);
    }

    /** Path of the member, such as {@code lines[0].quantity}; empty for the whole document. */
    public String field() {
        return field;
    }

    /** The broken rule, as a predicate of the member's name. */
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
