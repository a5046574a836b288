package org.disentangle.net.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.disentangle.latent.ContrastivePairs;

/**
 * The random draws of one iteration of {@link InfoGanProcedure}.
 *
 * @param latents D's, and G's too unless it has its own
 * @param pairs null while the regulariser is off
 * @param fresh latent vectors of each step of G; null if it takes D's
 * @param shares of real images in the mixtures of the gradient penalty; null without one
 */
record InfoGanDraws(float[] latents, ContrastivePairs pairs, List<float[]> fresh, float[] shares) {

  static InfoGanDraws of(InfoGanProcedure procedure, long iteration, RandomGenerator random) {
    int rows = procedure.batchSize();
    InfoGanVariant variant = procedure.variant();
    float[] latents = procedure.latent().sample(rows, random);
    ContrastivePairs pairs =
        procedure.contrastive(iteration)
            ? ContrastivePairs.sample(
                procedure.latent(), variant.pairs(), rows, procedure.gapAt(iteration), random)
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
        variant.gradientPenalty() == 0 ? null : shares(rows / variant.packSize(), random));
  }

  private static float[] shares(int count, RandomGenerator random) {
    float[] shares = new float[count];
    for (int i = 0; i < count; i++) {
      shares[i] = random.nextFloat();
    }
    return shares;
  }
}
