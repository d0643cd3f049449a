/**
 * The whole of Orderflow on one machine without Docker, for a person and for tests. Here is what every part of it
 * names: services, ports, databases and failures. Begin reading at {@code launcher}.
 */
@NullMarked
package dev.orderflow.localstack;

import org.jspecify.annotations.NullMarked;
