// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.broadcast.Broadcast;
import org.disentangle.metric.CodeScale;
import org.disentangle.metric.selection.Spread;
import org.disentangle.net.inference.Generator;

/**
 * The work on a block of pieces in a Spark task.
 *
 * @param networks what generators and encoders are made from
 */
record CrossTask(Broadcast<CrossNetworks> networks, CrossSettings settings)
    implements Serializable {

  private static final int IMAGES_FOR_SHARES = 200;

  /**
   * How much of the variance of a generator's images goes with each of its codes: half the mean
   * squared change of the images when that code alone is drawn again, relative to all latents (a
   * total-effect index of Sobol's). Of images that never change, zeros.
   */
  double[] shares(int generator) {
    Draws draws = draws(new Block(generator, 0, 1));
    Generator images = networks.value().generator(generator).take();
    int size = draws.space().size();
    double[] ofCodes = new double[draws.space().numCodes()];
    double ofAll = 0;
    for (int piece = 0; piece * settings.votesSampleSize() < IMAGES_FOR_SHARES; piece++) {
      float[] latents = draws.forUse(piece);
      float[] others = draws.others(piece);
      float[] before = generated(images, latents);
      ofAll += squares(before, generated(images, others));
      for (int code = 0; code < ofCodes.length; code++) {
        float[] changed = latents.clone();
        for (int at = code; at < changed.length; at += size) {
          changed[at] = others[at];
        }
        ofCodes[code] += squares(before, generated(images, changed));
      }
    }
    double total = ofAll;
    return Arrays.stream(ofCodes).map(change -> total == 0 ? 0 : change / total).toArray();
  }

  private float[] generated(Generator generator, float[] latents) {
    System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
    return generator.generate(settings.votesSampleSize()).clone();
  }

  private static double squares(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = one[i] - other[i];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * How the codes of each encoder vary over the block's images: [encoder][code], as {@link
   * Spread#toArray}.
   */
  double[][][] scale(Block block) {
    Draws draws = draws(block);
    CodesOfGenerated codes = codes(block);
    Spread[][] total = null;
    for (int piece = block.start(); piece < block.end(); piece++) {
      double[][][] found =
          codes.of(draws.forScale(piece), settings.scalePieceSize(piece), draws.scaleSeed(piece));
      Spread[][] spreads =
          Arrays.stream(found)
              .map(columns -> Arrays.stream(columns).map(Spread::of).toArray(Spread[]::new))
              .toArray(Spread[][]::new);
      total = total == null ? spreads : plus(total, spreads);
    }
    return Arrays.stream(total)
        .map(codesOf -> Arrays.stream(codesOf).map(Spread::toArray).toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  static Spread[][] plus(Spread[][] one, Spread[][] other) {
    Spread[][] sum = new Spread[one.length][];
    for (int i = 0; i < one.length; i++) {
      sum[i] = new Spread[one[i].length];
      for (int code = 0; code < sum[i].length; code++) {
        sum[i][code] = one[i][code].plus(other[i][code]);
      }
    }
    return sum;
  }

  /**
   * The code that varies least within each group of the block, or -1: [encoder][group].
   *
   * @param scales of each encoder on this generator's images
   */
  int[][] votes(Block block, CodeScale[] scales) {
    Draws draws = draws(block);
    CodesOfGenerated codes = codes(block);
    int[][] votes = new int[scales.length][block.end() - block.start()];
    for (int group = block.start(); group < block.end(); group++) {
      double[][][] found =
          codes.of(draws.ofGroup(group), settings.votesSampleSize(), draws.groupSeed(group));
      for (int i = 0; i < votes.length; i++) {
        double[] spreads = Arrays.stream(found[i]).mapToDouble(CodeScale::std).toArray();
        votes[i][group - block.start()] = scales[i].steadiest(spreads);
      }
    }
    return votes;
  }

  Draws draws(Block block) {
    return new Draws(
        networks.value().generator(block.generator()).latent(), settings, block.generator());
  }

  private CodesOfGenerated codes(Block block) {
    return new CodesOfGenerated(
        networks.value().generator(block.generator()), networks.value().encoders());
  }
}
