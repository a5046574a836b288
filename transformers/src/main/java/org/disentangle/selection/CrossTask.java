// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.broadcast.Broadcast;
import org.disentangle.metric.CodeScale;
import org.disentangle.metric.selection.Spread;

/**
 * The work on a block of pieces in a Spark task.
 *
 * @param networks what generators and encoders are made from
 */
record CrossTask(Broadcast<CrossNetworks> networks, CrossSettings settings)
    implements Serializable {

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
