package org.disentangle.net.infogan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.net.procedure.CodeShuffle;

/**
 * The random draws of one iteration of {@link InfoGanProcedure}.
 *
 * @param latents D's, and G's too unless it has its own
 * @param pairs null while the regulariser is off
 * @param fresh latent vectors of each step of G; null if it takes D's
 * @param shares of real images in the mixtures of the gradient penalty; null without one
 * @param shuffle of the codes for the discriminator of their total correlation, where there is one
 */
record InfoGanDraws(
    float[] latents,
    ContrastivePairs pairs,
    List<float[]> fresh,
    float[] shares,
    CodeShuffle shuffle) {

  /** Keeps the shuffling of codes apart from the iteration's other draws. */
  private static final long SHUFFLE_STREAM = 0x7C0DE;

  static InfoGanDraws of(InfoGanProcedure procedure, long iteration, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int rows = procedure.batchSize();
    ContrastSchedule contrast = procedure.contrast();
    InfoGanVariant variant = procedure.variant();
    float[] latents = procedure.latent().sample(rows, random);
    ContrastivePairs pairs =
        contrast.isOn(iteration)
            ? ContrastivePairs.sample(
                procedure.latent(), contrast.pairs(), rows, contrast.gapAt(iteration), random)
            : null;
    List<float[]> fresh = null;
    if (variant.freshDraws()) {
      fresh = new ArrayList<>();
      for (int step = 0; step < variant.generatorSteps(); step++) {
        fresh.add(procedure.latent().sample(rows, random));
      }
    }
    return new InfoGanDraws(
        latents,
        pairs,
        fresh,
        variant.gradientPenalty() == 0 ? null : shares(rows / variant.packSize(), random),
        new CodeShuffle(new SplittableRandom(seed ^ SHUFFLE_STREAM)));
  }

  private static float[] shares(int count, RandomGenerator random) {
    float[] shares = new float[count];
    for (int i = 0; i < count; i++) {
      shares[i] = random.nextFloat();
    }
    return shares;
  }
}
