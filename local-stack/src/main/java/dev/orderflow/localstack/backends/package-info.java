/** PostgreSQL, Kafka and Redis together: our own, in processes or in containers, or from outside. */
@NullMarked
package dev.orderflow.localstack.backends;

import org.jspecify.annotations.NullMarked;
