package dev.orderflow.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Enforces I-JSON (RFC 7493) and the limits on the whole request, including unknown members. Jackson itself rejects
 * duplicate names.
 */
final class RequestParser extends JsonParserDelegate {

    private static final int LEVELS = 32;

    /** Maximum number of digits, as written and with an expanded exponent. */
    private static final int DIGITS = 32;

    RequestParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        switch (token) {
            case START_OBJECT, START_ARRAY ->
                demand(
                        getParsingContext().getNestingDepth() <= LEVELS,
                        "must not nest deeper than " + LEVELS + " levels");
            case FIELD_NAME -> check(currentName());
            case VALUE_STRING -> check(getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                demand(isSensible(), "must not have a number of more than " + DIGITS + " digits");
            case null, default -> {}
        }
        demand(
                token == null || !token.isScalarValue() || !getParsingContext().inRoot(),
                "must be an object or an array");
        return token;
    }

    /** Jackson's implementation does not check the tokens that it skips. */
    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken token = currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            int outer = getParsingContext().getNestingDepth() - 1;
            while (getParsingContext().getNestingDepth() > outer) {
                nextToken();
            }
        }
        return this;
    }

    private boolean isSensible() throws IOException {
        try {
            return getText().length() <= DIGITS
                    && Math.abs((long) getDecimalValue().scale()) <= DIGITS;
        } catch (NumberFormatException exponentIsNoInt) {
            return false;
        }
    }

    private void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new UnstorableText(this);
            }
            if (Character.isSurrogate(c)) {
                demand(
                        Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : c),
                        "must not have half of a surrogate pair");
                i++;
            }
        }
    }

    private void demand(boolean holds, String rule) {
        if (!holds) {
            throw UnreadableJson.at(this, rule, null);
        }
    }
}
