// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real networks keep what the round loop promises: the same bits however a run was cut up. */
@Tag("train")
class InfoGanCrInRoundLoopTest {

  @TempDir Path checkpoints;

  @Test
  void resumingAcrossTheSwitchGivesTheSameBits() {
    TrainingResult straight = run(8, CheckpointSettings.none());
    String directory = checkpoints.resolve("run").toString();
    run(4, new CheckpointSettings(directory, 2, false));
    TrainingResult resumed = run(8, new CheckpointSettings(directory, 2, true));
    assertEquals(straight.state(), resumed.state());
    assertEquals(8, straight.state().network("G").updates() / 2);
    assertEquals(Set.of("D", "Q", "G"), straight.history().rounds().get(0).losses().keySet());
    assertEquals(
        Set.of("D", "Q", "G", "CR", "H"), straight.history().rounds().get(3).losses().keySet());
  }

  private static TrainingResult run(long iterations, CheckpointSettings checkpoints) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
    TrainingSettings settings = new TrainingSettings(2, 2, iterations, 3, checkpoints);
    return new RoundLoop(procedure(), settings).run(spark.parallelize(squares(), 2), List.of());
  }

  private static TrainingProcedure procedure() {
    LatentSpace latent = new LatentSpace(2, 3);
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    return new InfoGanProcedure(
        InfoGanCrNetworks.small32(latent, 1),
        latent,
        8,
        0.1,
        ContrastSchedule.published(1, 4, 0.5, Long.MAX_VALUE, 0),
        InfoGanOptimisers.all(adam));
  }

  private static List<float[]> squares() {
    Random random = new Random(5);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] image = new float[32 * 32];
      int corner = 32 * random.nextInt(25) + random.nextInt(25);
      for (int row = 0; row < 7; row++) {
        Arrays.fill(image, corner + 32 * row, corner + 32 * row + 7, 1);
      }
      images.add(image);
    }
    return images;
  }
}
