@NullMarked
package dev.orderflow.localstack.parts;

import org.jspecify.annotations.NullMarked;
