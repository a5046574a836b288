// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.Estimator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.function.Executable;

/** A training of a second, data for it, and what refusals must look like. */
final class TinyTraining {

  private TinyTraining() {}

  /** Four iterations in two rounds; the contrastive regulariser comes on for the second. */
  static InfoGanCr infoGanCr() {
    return new InfoGanCr("infoGanCr_test")
        .setPreset("small32")
        .setNumCodes(2)
        .setNoiseDim(2)
        .setBatchSize(8)
        .setMaxIter(4)
        .setCrStart(2)
        .setAveragingFrequency(2);
  }

  /** Two kinds of shapes at 9 positions and 8 sizes or so; {@code image} and factor columns. */
  static Dataset<Row> sprites() {
    return sprites("image", 32);
  }

  static Dataset<Row> sprites(String format, int imageSize) {
    return SharedSpark.session()
        .read()
        .format("dsprites")
        .option("imageSize", imageSize)
        .option("imageFormat", format)
        .option("factors", "shape,posX,posY")
        .option("shape", "0,2")
        .option("posX", "0:31:4")
        .option("posY", "0:31:4")
        .load();
  }

  /** What an estimator of any system trains; told that the data have 1,000 images. */
  static TrainingProcedure procedure(Estimator<?> system) {
    return ((TrainsInRounds<?>) system).untrained(1000, 2).procedure();
  }

  static FactorVaeEvaluator evaluator() {
    return new FactorVaeEvaluator().setNumVotes(50).setVotesSampleSize(20);
  }

  /** Asserts that the work is refused, how, and that no round of training was run. */
  static void assertRefused(Executable work, String... parts) {
    Throwable failure;
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      failure = assertThrows(InvalidInputException.class, work);
    }
    String message = failure.getMessage();
    for (String part : parts) {
      assertTrue(
          message.contains(part),
          () -> String.format(Locale.ROOT, "no '%s' in: %s", part, message));
    }
  }

  /** Asserts that {@code fit} is refused before the first round, naming the stage. */
  static void assertFitRefused(InfoGanCr estimator, Dataset<Row> data, String... parts) {
    AtomicInteger rounds = new AtomicInteger();
    Estimator<?> watched =
        estimator.addListener(
            (round, progress) -> {
              rounds.incrementAndGet();
              return Wish.CONTINUE;
            });
    assertRefused(() -> watched.fit(data), parts);
    assertRefused(() -> watched.fit(data), "infoGanCr_test: ");
    assertEquals(0, rounds.get(), "rounds trained");
  }
}
