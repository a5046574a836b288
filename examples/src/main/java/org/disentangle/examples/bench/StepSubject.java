// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.Optional;
import java.util.stream.LongStream;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.estimator.UntrainedSystem;
import org.disentangle.image.ImageShape;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TripletProcedure;

/** A system whose iterations are timed, with mini-batches as it takes them. */
final class StepSubject {

  private static final long SEED = 42;

  /** So many that no switch of a schedule, at a share of them, comes while its start is timed. */
  private static final long ITERATIONS = 1_000_000_000L;

  /** Longer than the turns that a schedule takes. */
  private static final long CYCLE = 100;

  private static final long IMAGES = 100_000;
  private static final int CLASSES = 10;

  private final TrainingProcedure procedure;
  private final TrainedModel model;
  private final RandomDiscs discs;

  /** Draws the weights of what {@link #system} gave. */
  StepSubject(UntrainedSystem system) {
    procedure = system.procedure();
    model = system.model().get();
    discs = new RandomDiscs(imageShape(model));
  }

  /**
   * What an estimator begins with; its {@code maxIter} is set.
   *
   * @throws org.disentangle.error.InvalidInputException if its Params do not go together
   */
  static UntrainedSystem system(TrainsInRounds<?> estimator) {
    estimator.setMaxIter(ITERATIONS);
    return estimator.untrained(IMAGES, CLASSES);
  }

  private static ImageShape imageShape(TrainedModel model) {
    return model instanceof StyleContentModel labelled
        ? labelled.imageShape()
        : ((DisentangledModel<?>) model).imageShape();
  }

  TrainingProcedure procedure() {
    return procedure;
  }

  /** With weights that are not trained. */
  TrainedModel model() {
    return model;
  }

  /** At the first iteration. */
  TrainingState first() {
    return procedure.initialState(SEED);
  }

  /** At the last iteration, after all switches. */
  TrainingState last() {
    return new TrainingState(ITERATIONS - 1, first().networks());
  }

  /** The loss that switches bring; empty if the last iteration does what the first one does. */
  Optional<String> switchedOn() {
    return procedure.lossNames().stream()
        .filter(loss -> !isActive(loss, 0) && isActive(loss, ITERATIONS - CYCLE))
        .findFirst();
  }

  /** Some losses take turns from iteration to iteration. */
  private boolean isActive(String loss, long from) {
    return LongStream.range(from, from + CYCLE).anyMatch(at -> procedure.isActive(loss, at));
  }

  /** Images alone, as an encoder takes them. */
  float[] images() {
    return discs.draw(procedure.batchSize(), SEED);
  }

  /** A mini-batch; for a system that learns from labels, of labelled triplets. */
  float[] batch(long seed) {
    return procedure instanceof TripletProcedure triplets
        ? triplets(triplets.labelled(), seed)
        : discs.draw(procedure.batchSize(), seed);
  }

  /** Anchors, then partners of the same labels, then images of other labels. */
  private float[] triplets(LabelledPixels labelled, long seed) {
    int count = procedure.batchSize();
    float[] batch = new float[3 * count * labelled.size()];
    for (int image = 0; image < 3 * count; image++) {
      int label = (image % count + (image < 2 * count ? 0 : 1)) % CLASSES;
      float[] joined = labelled.join(discs.draw(1, seed * 3 * count + image), label);
      System.arraycopy(joined, 0, batch, image * labelled.size(), labelled.size());
    }
    return batch;
  }
}
