@NullMarked
package dev.orderflow.localstack.backends;

import org.jspecify.annotations.NullMarked;
