// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("train")
class SwappedLabelsTest {

  private static final String POSITIONS = "8:15";

  @TempDir Path folder;

  @Test
  void printsWhatTheCodesKnowAndDrawsThem() throws Exception {
    Path picture = folder.resolve("swap.png");
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new SwappedLabels(SharedSpark.session(), POSITIONS))
            .setOut(new PrintWriter(out))
            .execute("--max-iter", "2", "--epochs", "3", "--out", picture.toString());
    assertEquals(0, exitCode);
    String share = "(0\\.\\d{3}|1\\.000)\n";
    assertTrue(
        out.toString()
            .matches(
                "label predicted from\n"
                    + ("  specified code     " + share)
                    + ("  unspecified code   " + share)
                    + ("  chance             " + share)
                    + "label seen by a classifier of real images in\n"
                    + ("  swapped images     " + share)
                    + ("  of other labels    " + share)
                    + ("  real images        " + share)),
        out::toString);
    assertTrue(printed(out, "real images") > printed(out, "chance") + 0.3, out::toString);
    assertEquals(4 + 11 * 100, ImageIO.read(picture.toFile()).getWidth());
  }

  private static double printed(StringWriter out, String name) {
    String line =
        out.toString().lines().filter(l -> l.strip().startsWith(name)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  @Test
  void refusesImagesWithoutLabelsBeforeItTrains() {
    Path picture = folder.resolve("swap.png");
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new SwappedLabels(SharedSpark.session(), POSITIONS))
            .setErr(new PrintWriter(err))
            .execute("--images", "images-idx3-ubyte", "--out", picture.toString());
    assertEquals(1, exitCode);
    assertTrue(err.toString().contains("--images and --labels go together"), err::toString);
    assertTrue(Files.notExists(picture));
  }

  @Test
  void refusesOutputsBeforeItTrains() {
    for (String output : new String[] {"/proc/none/swap.png", folder.toString()}) {
      StringWriter err = new StringWriter();
      int exitCode =
          new CommandLine(new SwappedLabels(SharedSpark.session(), POSITIONS))
              .setErr(new PrintWriter(err))
              .execute("--out", output);
      assertEquals(1, exitCode);
      assertTrue(err.toString().contains("--out"), err::toString);
      assertTrue(err.toString().contains(output), err::toString);
    }
  }
}
