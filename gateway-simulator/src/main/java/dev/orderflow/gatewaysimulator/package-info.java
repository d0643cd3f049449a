/**
 * A payment gateway to develop and test against: another company, played by a program of its own. It has its own
 * database and shares no code with the services, which reach it over HTTP only. It runs only where the environment is
 * development.
 */
@NullMarked
package dev.orderflow.gatewaysimulator;

import org.jspecify.annotations.NullMarked;
