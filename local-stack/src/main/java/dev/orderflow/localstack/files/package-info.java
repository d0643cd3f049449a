/** The checked-out repository and the files that are copied or unpacked from it. */
@NullMarked
package dev.orderflow.localstack.files;

import org.jspecify.annotations.NullMarked;
