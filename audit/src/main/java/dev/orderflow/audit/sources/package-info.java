/** The audited data: databases, each read in one snapshot, and the addresses of Kafka and the cache. */
@NullMarked
package dev.orderflow.audit.sources;

import org.jspecify.annotations.NullMarked;
