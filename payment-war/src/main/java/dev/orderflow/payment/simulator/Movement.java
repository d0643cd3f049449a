package dev.orderflow.payment.simulator;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that moved.
 *
 * @param amount in minor units of the charge's currency
 * @param charge as it is now
 */
@JsonbPropertyOrder({"at", "kind", "amount", "charge"})
@Schema(requiredProperties = {"at", "kind", "amount", "charge"})
public record Movement(
        Instant at,

        @Schema(enumeration = {"CAPTURE", "REFUND"}) String kind,

        long amount,
        Charge charge) {

    @JsonbTransient
    Place place() {
        return new Place(at, charge.key(), kind);
    }

    /** Where a movement stands in the statement. Opaque to those who page, so that it may change. */
    record Place(Instant at, String key, String kind) {

        private static final int PARTS = 3;

        /** Before all movements of that time. */
        static Place before(Instant at) {
            return new Place(at, "", "");
        }

        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + " " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
        }

        /** Fails with an IllegalArgumentException for anything that {@link #encode} does not write. */
        static Place decode(String text) {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
            if (parts.length < PARTS || parts[PARTS - 1].indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A place has " + PARTS + " parts");
            }
            try {
                return new Place(time(parts[0]), parts[2], parts[1]);
            } catch (DateTimeException noTime) {
                throw new IllegalArgumentException(noTime);
            }
        }
    }

    /** PostgreSQL knows other years too, but nothing moved then. */
    static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new DateTimeException("Nothing moved at " + time);
        }
        return time;
    }
}
