// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.disentangle.image.ImageShape;
import org.disentangle.metric.CodeScale;
import org.disentangle.metric.VoteTable;
import org.disentangle.metric.selection.Spread;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;

/**
 * How well the encoder of each model disentangles what the generator of each model makes: entry
 * [i][j] is the FactorVAE score of encoder i on images of generator j, whose codes are the ground
 * truth (Lin et al. 2020, section 4). For {@link
 * org.disentangle.metric.selection.CentralityScores}.
 *
 * <p>Votes are held as by the FactorVAE metric of the InfoGAN-CR code: group g holds code g modulo
 * the number of codes; each image of generator j is generated once, encoded by all encoders and
 * forgotten. Codes that do not vary at all never vote; where none does, the entry is 0.
 *
 * <p>Where generators do not all use all of equally many codes, votes for unused ones do not count,
 * and entries are what they are above chance ({@link UsedCodes}): 0 for chance, 1 for codes that
 * are all found.
 *
 * <p>The result follows from models, their order and the settings, on any cluster.
 */
public final class CrossMatrix {

  private CrossMatrix() {}

  /**
   * Measures all entries, in three Spark jobs.
   *
   * @param models at least one; images of one shape
   * @return [encoder's model][generator's model], in [0, 1]
   * @throws org.disentangle.error.InvalidInputException if the shapes differ or there is no model
   */
  public static double[][] of(
      SparkSession session, List<? extends DisentangledModel<?>> models, CrossSettings settings) {
    requireOneShape(models);
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    int batch = settings.votesSampleSize();
    Broadcast<CrossNetworks> networks =
        spark.broadcast(
            new CrossNetworks(
                models.stream().map(model -> model.generatorKey(batch)).toList(),
                models.stream().map(model -> model.encoderKey(batch)).toList()));
    CrossTask task = new CrossTask(networks, settings);
    try {
      UsedCodes used =
          models.size() == 1 ? UsedCodes.OF_ONE : UsedCodes.of(shares(spark, task, models));
      return scores(spark, task, models, used, scales(spark, task, models.size()));
    } finally {
      networks.destroy();
    }
  }

  /** [generator][code]. */
  private static double[][] shares(
      JavaSparkContext spark, CrossTask task, List<? extends DisentangledModel<?>> models) {
    List<Integer> generators = IntStream.range(0, models.size()).boxed().toList();
    return spark
        .parallelize(generators, generators.size())
        .map(task::shares)
        .collect()
        .toArray(double[][]::new);
  }

  /** [generator][encoder]. */
  private static CodeScale[][] scales(JavaSparkContext spark, CrossTask task, int models) {
    List<Block> blocks = Block.all(models, task.settings().scalePieces());
    List<double[][][]> found =
        spark
            .parallelize(numbers(blocks), blocks.size())
            .map(block -> task.scale(blocks.get(block)))
            .collect();
    Spread[][][] total = new Spread[models][][];
    for (int i = 0; i < found.size(); i++) {
      int generator = blocks.get(i).generator();
      Spread[][] spreads = spreads(found.get(i));
      total[generator] =
          total[generator] == null ? spreads : CrossTask.plus(total[generator], spreads);
    }
    return Arrays.stream(total)
        .map(encoders -> Arrays.stream(encoders).map(CrossMatrix::scale).toArray(CodeScale[]::new))
        .toArray(CodeScale[][]::new);
  }

  /** Tasks get not the blocks but their numbers, which every serializer carries. */
  private static List<Integer> numbers(List<Block> blocks) {
    return IntStream.range(0, blocks.size()).boxed().toList();
  }

  private static Spread[][] spreads(double[][][] found) {
    return Arrays.stream(found)
        .map(codes -> Arrays.stream(codes).map(Spread::ofArray).toArray(Spread[]::new))
        .toArray(Spread[][]::new);
  }

  private static CodeScale scale(Spread[] codes) {
    return new CodeScale(Arrays.stream(codes).mapToDouble(Spread::std).toArray(), 0);
  }

  private static double[][] scores(
      JavaSparkContext spark,
      CrossTask task,
      List<? extends DisentangledModel<?>> models,
      UsedCodes used,
      CodeScale[][] scales) {
    List<Block> blocks = Block.all(models.size(), task.settings().numVotes());
    List<int[][]> found =
        spark
            .parallelize(numbers(blocks), blocks.size())
            .map(block -> task.votes(blocks.get(block), scales[blocks.get(block).generator()]))
            .collect();
    VoteTable[][] votes = noVotes(models);
    for (int b = 0; b < found.size(); b++) {
      Block block = blocks.get(b);
      Draws draws = task.draws(block);
      for (int i = 0; i < votes.length; i++) {
        add(votes[i][block.generator()], found.get(b)[i], block, draws, used);
      }
    }
    return Arrays.stream(votes)
        .map(
            row -> IntStream.range(0, row.length).mapToDouble(j -> used.entry(row[j], j)).toArray())
        .toArray(double[][]::new);
  }

  private static void add(
      VoteTable votes, int[] steadiest, Block block, Draws draws, UsedCodes used) {
    for (int k = 0; k < steadiest.length; k++) {
      int fixed = draws.fixedCode(block.start() + k);
      if (steadiest[k] >= 0 && used.counts(block.generator(), fixed)) {
        votes.add(steadiest[k], fixed);
      }
    }
  }

  /** [encoder][generator]. */
  private static VoteTable[][] noVotes(List<? extends DisentangledModel<?>> models) {
    return models.stream()
        .map(
            encoder ->
                models.stream()
                    .map(generator -> VoteTable.empty(encoder.numCodes(), generator.numCodes()))
                    .toArray(VoteTable[]::new))
        .toArray(VoteTable[][]::new);
  }

  private static void requireOneShape(List<? extends DisentangledModel<?>> models) {
    InputErrors errors = new InputErrors("CrossMatrix");
    List<ImageShape> shapes = new ArrayList<>();
    models.forEach(model -> shapes.add(model.imageShape()));
    if (shapes.stream().distinct().count() != 1) {
      throw errors.parameter(
          "models",
          "images of " + shapes,
          "models of images of one shape",
          "Compare models of one kind of image.");
    }
  }
}
