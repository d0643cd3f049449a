/** The manifests of the folder kustomize: rendered, parsed strictly, and what is asked of them. */
@NullMarked
package dev.orderflow.kustomize.manifest;

import org.jspecify.annotations.NullMarked;
