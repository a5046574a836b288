// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Set;
import java.util.stream.Collectors;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TripletProcedure;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.testing.FoundClasses;

/**
 * A system that is small enough to train in every test.
 *
 * @param name what tests call it
 * @param procedure how it trains
 */
public record TinySystem(String name, TrainingProcedure procedure) {

  /** A mini-batch that follows from the seed: images, or labelled triplets of images. */
  public float[] batch(long seed) {
    if (!(procedure instanceof TripletProcedure triplets)) {
      return TinyNetworks.pixels(seed, procedure.batchSize() * procedure.pixelsPerImage());
    }
    LabelledPixels labelled = triplets.labelled();
    float[] rows = new float[3 * procedure.batchSize() * labelled.size()];
    for (int row = 0; row < 3 * procedure.batchSize(); row++) {
      int anchor = row % procedure.batchSize();
      int label = (row / procedure.batchSize() < 2 ? anchor : anchor + 1) % labelled.numClasses();
      float[] pixels = TinyNetworks.pixels(1000 * seed + row, labelled.numPixels());
      System.arraycopy(
          labelled.join(pixels, label), 0, rows, row * labelled.size(), labelled.size());
    }
    return rows;
  }

  /** The state after some iterations, each with a batch and a seed of its own. */
  public TrainingState trained(TrainingState from, int iterations) {
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(from);
      for (long i = from.iteration(); i < from.iteration() + iterations; i++) {
        session.step(batch(i), i);
      }
      return session.save();
    }
  }

  /** The same for a procedure that only one test needs. */
  public static TrainingState trained(
      TrainingProcedure procedure, TrainingState from, int iterations) {
    return new TinySystem("", procedure).trained(from, iterations);
  }

  /**
   * The procedures that there are, records, but for that of classifiers: Deeplearning4j steps it
   * and no checkpoint holds it. {@code ClassifierRoundsTest} is about that one.
   */
  static Set<Class<?>> allProcedures() {
    return FoundClasses.in("org.disentangle.net", TrainingProcedure.class).stream()
        .filter(type -> TrainingProcedure.class.isAssignableFrom(type) && type.isRecord())
        .filter(type -> type != SupervisedProcedure.class)
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return name;
  }
}
