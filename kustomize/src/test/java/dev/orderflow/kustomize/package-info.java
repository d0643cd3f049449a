/** Tests of the manifests: each overlay against each rule, each rule against a bad manifest. */
@NullMarked
package dev.orderflow.kustomize;

import org.jspecify.annotations.NullMarked;
