package dev.orderflow.chassis.json;

import com.fasterxml.jackson.core.JsonParser;

/** Valid JSON with the character U+0000, which PostgreSQL cannot store in a text. */
public final class UnstorableText extends UnreadableJson {

    UnstorableText(JsonParser parser) {
        super(field(parser), "must not contain the character U+0000", null);
    }
}
