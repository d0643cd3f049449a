@NullMarked
package dev.orderflow.localstack.backends.postgres;

import org.jspecify.annotations.NullMarked;
