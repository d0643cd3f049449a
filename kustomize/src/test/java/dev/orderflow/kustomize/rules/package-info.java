/** What every manifest of Orderflow keeps to; each rule is proven by a bad manifest. */
@NullMarked
package dev.orderflow.kustomize.rules;

import org.jspecify.annotations.NullMarked;
