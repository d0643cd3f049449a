/** PostgreSQL, Kafka and Redis: in processes, in containers, or external. */
@NullMarked
package dev.orderflow.localstack.backends;

import org.jspecify.annotations.NullMarked;
