/** What is audited: the databases, each read in one snapshot, and where Kafka and the cache are. */
@NullMarked
package dev.orderflow.audit.sources;

import org.jspecify.annotations.NullMarked;
