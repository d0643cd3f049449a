/** The settings of this module. */
@NullMarked
package dev.orderflow.messaging.settings;

import org.jspecify.annotations.NullMarked;
