/** An Open Liberty server with one service. */
@NullMarked
package dev.orderflow.localstack.server;

import org.jspecify.annotations.NullMarked;
