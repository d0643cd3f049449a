@NullMarked
package dev.orderflow.localstack.files;

import org.jspecify.annotations.NullMarked;
