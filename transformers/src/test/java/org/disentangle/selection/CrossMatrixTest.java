// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.CodeScale;
import org.disentangle.metric.VoteTable;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.TinyModel;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** The cross matrix against the same computed plainly, on one thread, with all codes kept. */
class CrossMatrixTest {

  private static final CrossSettings SETTINGS = new CrossSettings(70, 10, 205, 3);

  /** Units of the first layer of the models' generators. */
  private static final int FIRST_LAYER = 16;

  private static final List<InfoGanCrModel> MODELS =
      List.of(TinyModel.of(1), TinyModel.of(2), TinyModel.of(3));

  private final SparkSession spark = SharedSpark.session();

  @Test
  void isWhatThePlainComputationGives() {
    double[][] cross = CrossMatrix.of(spark, MODELS, SETTINGS);
    for (int i = 0; i < MODELS.size(); i++) {
      for (int j = 0; j < MODELS.size(); j++) {
        assertEquals(plain(MODELS.get(i), MODELS.get(j), j), cross[i][j], i + " " + j);
      }
    }
    assertTrue(Arrays.stream(cross).flatMapToDouble(Arrays::stream).distinct().count() > 2);
    assertArrayEquals(cross, CrossMatrix.of(spark, MODELS, SETTINGS));
  }

  /** Encoder i on generator j. */
  private static double plain(InfoGanCrModel i, InfoGanCrModel j, int number) {
    return votes(i, j, number, Set.of(0, 1, 2)).majorityScore();
  }

  /** Those for some of the codes. */
  private static VoteTable votes(
      InfoGanCrModel i, InfoGanCrModel j, int number, Set<Integer> counted) {
    int batch = SETTINGS.votesSampleSize();
    Draws draws = new Draws(j.data().latent(), SETTINGS, number);
    try (Generator generator =
            new Generator(
                j.data().networks(), j.data().latent(), j.data().state().network("G"), batch);
        Encoder encoder =
            new Encoder(i.data().networks(), i.latent(), i.data().state().networks(), batch)) {
      List<double[]> all = new ArrayList<>();
      for (int piece = 0; piece < SETTINGS.scalePieces(); piece++) {
        float[] latents = draws.forScale(piece);
        all.addAll(codes(generator, encoder, latents, latents.length / 5));
      }
      assertEquals(SETTINGS.scaleSampleSize(), all.size());
      double[] std = new double[3];
      for (int code = 0; code < 3; code++) {
        std[code] = CodeScale.std(column(all, code));
      }
      CodeScale scale = new CodeScale(std, 0);
      VoteTable votes = VoteTable.empty(3, 3);
      for (int group = 0; group < SETTINGS.numVotes(); group++) {
        List<double[]> rows = codes(generator, encoder, draws.ofGroup(group), batch);
        if (counted.contains(group % 3)) {
          votes.add(scale.steadiest(rows.toArray(double[][]::new)), group % 3);
        }
      }
      return votes;
    }
  }

  private static List<double[]> codes(
      Generator generator, Encoder encoder, float[] latents, int count) {
    System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
    float[] images = generator.generate(count);
    System.arraycopy(images, 0, encoder.pixels(), 0, count * generator.imageSize());
    float[] codes = encoder.encode(count);
    List<double[]> rows = new ArrayList<>();
    for (int at = 0; at < codes.length; at += 3) {
      rows.add(new double[] {codes[at], codes[at + 1], codes[at + 2]});
    }
    return rows;
  }

  private static double[] column(List<double[]> rows, int code) {
    return rows.stream().mapToDouble(row -> row[code]).toArray();
  }

  @Test
  void votesForACodeThatMovesNothingDoNotCount() {
    InfoGanCrModel dead = withoutCode(TinyModel.of(1), 1);
    double[][] cross = CrossMatrix.of(spark, List.of(dead, TinyModel.of(2)), SETTINGS);
    assertEquals(above(0.5, votes(dead, dead, 0, Set.of(0, 2)).majorityScore()), cross[0][0]);
    assertEquals(
        above(0.5, votes(TinyModel.of(2), dead, 0, Set.of(0, 2)).majorityScore()), cross[1][0]);
    assertEquals(above(1.0 / 3, plain(dead, TinyModel.of(2), 1)), cross[0][1]);
    assertEquals(plain(dead, dead, 0), CrossMatrix.of(spark, List.of(dead), SETTINGS)[0][0]);
  }

  private static double above(double chance, double share) {
    return Math.max(0, (share - chance) / (1 - chance));
  }

  /** The same model with a generator whose first layer gives the code no weight. */
  private static InfoGanCrModel withoutCode(InfoGanCrModel model, int code) {
    ModelData<InfoGanCrNetworks> data = model.data();
    float[] weights = data.state().network("G").parameters().clone();
    for (int unit = 0; unit < FIRST_LAYER; unit++) {
      weights[code + data.latent().size() * unit] = 0;
    }
    TreeMap<String, NetworkState> networks = new TreeMap<>(data.state().networks());
    networks.put("G", new NetworkState(weights, new float[0], 1));
    return new InfoGanCrModel(
        "withoutCode",
        new ModelData<>(
            data.networks(), data.latent(), new TrainingState(1, networks), data.history()));
  }

  @Test
  void groupsShareOneCodeAndNothingElse() {
    Draws draws = new Draws(MODELS.get(0).data().latent(), SETTINGS, 0);
    float[] latents = draws.ofGroup(4);
    for (int value = 0; value < 5; value++) {
      int at = value;
      long distinct =
          IntStream.range(0, 10).mapToObj(row -> latents[row * 5 + at]).distinct().count();
      assertEquals(value == 4 % 3 ? 1 : 10, distinct);
    }
  }

  @Test
  void badInputIsRefused() {
    assertThrows(InvalidInputException.class, () -> CrossMatrix.of(spark, List.of(), SETTINGS));
    assertThrows(InvalidInputException.class, () -> new CrossSettings(0, 10, 10, 1));
    assertThrows(InvalidInputException.class, () -> new CrossSettings(1, 1, 10, 1));
    assertThrows(InvalidInputException.class, () -> new CrossSettings(1, 10, 1, 1));
  }
}
