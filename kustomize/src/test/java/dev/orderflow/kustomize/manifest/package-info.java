/** The manifests of the folder kustomize: rendered and strictly parsed. */
@NullMarked
package dev.orderflow.kustomize.manifest;

import org.jspecify.annotations.NullMarked;
