/** The rules for Orderflow's manifests. A bad manifest proves each. */
@NullMarked
package dev.orderflow.kustomize.rules;

import org.jspecify.annotations.NullMarked;
