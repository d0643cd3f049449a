package dev.orderflow.chassis.http.conditional;

import jakarta.ws.rs.core.EntityTag;

/**
 * An ETag: the version of a resource and the form of its JSON, such as {@code "2.v1"}. During a rolling update two
 * releases may send one version in two forms, so their tags must differ.
 *
 * @param version number of changes of the resource
 * @param form of the representation; changes with the shape of the JSON
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
