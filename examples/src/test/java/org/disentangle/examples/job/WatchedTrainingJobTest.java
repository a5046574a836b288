// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about trainings says what runs, and what runs does what the page says. */
@Tag("train")
class WatchedTrainingJobTest {

  private static final Path EXAMPLES = SharedSpark.testData().resolveSibling("examples");

  @TempDir Path folder;

  @Test
  void stopsGoesOnAndTrainsAgain() throws IOException {
    SparkSession spark = SharedSpark.session();
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var images = spark.read().format("dsprites").option("imageSize", 32).load().limit(100);
      WatchedTrainingJob.run(spark, images, folder.toString(), 4, 2);
    } finally {
      System.setOut(console);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("2 of 4: D="), text);
    assertTrue(text.contains("InfoGanCr small32, averagingFrequency 2"), text);
    assertEquals(1, spark.read().parquet(folder.resolve("rounds").toString()).count());
    assertEquals(4, model("model").data().state().iteration());
    assertEquals(6, model("longer").summary().last().iteration());
    assertEquals("8", model("other-seed").trainedWith().value("seed"));
    assertNotEquals(model("model").data().state(), model("other-seed").data().state());
    assertTrue(text.contains("factor_vae="), text);
    assertTrue(text.endsWith(String.format(Locale.ROOT, "%n6%n")), text);
    assertEquals("1.0", model("further").trainedWith().value("alpha"));
  }

  private InfoGanCrModel model(String name) {
    return InfoGanCrModel.load(folder.resolve(name).toString());
  }

  @Test
  void thePageHasLinesOfTheJobAlone() throws IOException {
    String source = "src/main/java/org/disentangle/examples/job/WatchedTrainingJob.java";
    String job = Files.readString(EXAMPLES.resolve(source));
    Matcher block =
        Pattern.compile("```java\n(.+?)```", Pattern.DOTALL)
            .matcher(Files.readString(EXAMPLES.resolve("docs/training.md")));
    int blocks = 0;
    for (; block.find(); blocks++) {
      assertTrue(job.contains(block.group(1)), block.group(1));
    }
    assertEquals(8, blocks);
  }
}
