package dev.orderflow.chassis.http.conditional;

import jakarta.ws.rs.core.EntityTag;

/**
 * The ETag of a thing: its version, and the form of the JSON that it is shown in, such as {@code "2.v1"}. While two
 * releases of a service run side by side, they may show the same version in two forms; their tags differ as the bodies
 * do.
 *
 * @param version counts the changes of the thing
 * @param form of the representation; it changes with the shape of the JSON
 */
public record VersionTag(long version, String form) {

    public EntityTag entityTag() {
        return new EntityTag(toString());
    }

    /** Without the quotation marks. */
    @Override
    public String toString() {
        return version + "." + form;
    }
}
