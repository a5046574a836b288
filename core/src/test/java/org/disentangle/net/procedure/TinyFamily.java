// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.List;
import org.disentangle.net.TrainingProcedure;

/**
 * The systems of one package in sizes that suit tests. {@link TinySystems} finds every class that
 * implements this, so what holds for all systems is tested of a new one too.
 */
public interface TinyFamily {

  /** Every procedure with its variants, on networks of a few hundred parameters. */
  List<TinySystem> tiny();

  /** One or some of 32 pixels, whose products of matrices are worth more than one thread. */
  List<TinySystem> of32Pixels();

  /** Every procedure with the text by which checkpoints know it. */
  List<KnownText> texts();

  /**
   * A text that must not change any more.
   *
   * @param start its beginning
   * @param sha256 of the whole text
   */
  record KnownText(TrainingProcedure procedure, String start, String sha256) {}
}
