// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.PipelineStage;

/**
 * A stage that fits something.
 *
 * @param maker a new one for images of 1 x 32 x 32
 * @param shortened makes it fit as little as there can be
 */
record StageCase<S extends PipelineStage>(Supplier<S> maker, UnaryOperator<S> shortened) {

  S stage() {
    return maker.get();
  }

  S quick() {
    return shortened.apply(maker.get());
  }
}
