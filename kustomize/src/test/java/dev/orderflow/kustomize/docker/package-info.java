/** Runs rendered pods with Docker, as far as Docker can do what a kubelet does. */
@NullMarked
package dev.orderflow.kustomize.docker;

import org.jspecify.annotations.NullMarked;
