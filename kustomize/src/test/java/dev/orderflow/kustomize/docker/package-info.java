/** Runs rendered pods with Docker, as far as Docker can act as a kubelet. */
@NullMarked
package dev.orderflow.kustomize.docker;

import org.jspecify.annotations.NullMarked;
