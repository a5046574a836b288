// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.DisentangledModel;

/**
 * How well a model agrees with itself: its entry on the diagonal of {@link CrossMatrix}, the
 * FactorVAE score of its encoder on images of its own generator, whose codes are the ground truth.
 * It needs no labels and no data. From 0 to 1, larger is better; a model whose encoder reads
 * nothing gets about 1 / {@code numCodes}, or 0 if no code varies.
 *
 * <p>It says that each code does something of its own which the encoder finds again, not that this
 * is a factor of the data.
 */
public final class SelfAgreement {

  /** The name of the score in histories. */
  public static final String NAME = "self_agreement";

  /** 15,000 generated images, so that a training can be watched by it. */
  public static final CrossSettings SETTINGS = new CrossSettings(200, 50, 5_000, 42);

  private SelfAgreement() {}

  /** The score; it follows from the model alone, on any cluster. */
  public static double of(SparkSession session, DisentangledModel<?> model) {
    return CrossMatrix.of(session, List.of(model), SETTINGS)[0][0];
  }
}
