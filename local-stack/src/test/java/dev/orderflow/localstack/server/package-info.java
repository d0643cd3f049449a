@NullMarked
package dev.orderflow.localstack.server;

import org.jspecify.annotations.NullMarked;
