@NullMarked
package dev.orderflow.audit;

import org.jspecify.annotations.NullMarked;
