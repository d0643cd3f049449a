@NullMarked
package dev.orderflow.localstack;

import org.jspecify.annotations.NullMarked;
