/** PostgreSQL with a database and role for each service. */
@NullMarked
package dev.orderflow.localstack.backends.postgres;

import org.jspecify.annotations.NullMarked;
