// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.examples.command.option.Algorithm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system by its name, on a few iterations. */
@Tag("train")
class EverySystemCommandTest {

  private static final String DATA =
      "dsprites:imageSize=32,factors=shape+posX+posY,shape=0+2,posX=0:31,posY=8+24";

  @TempDir Path folder;

  /** Those that learn codes without labels. */
  static List<Algorithm> systems() {
    return Algorithm.all().stream()
        .filter(algorithm -> algorithm.estimator() instanceof DisentanglingEstimator)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void everySystemTrains(Algorithm algorithm) {
    Path out = folder.resolve(algorithm.toString());
    CommandRun run =
        success(
            "train --algorithm %s --data %s --preset small32 --max-iter 2 --averaging-frequency 1 --checkpoint-interval 0 --out %s",
            algorithm, DATA, out);
    assertTrue(run.err().matches("(?s).*\\w=\\d.*"), run::err);
    success("traverse --model %s --samples 1 --steps 3 --out %s.png", out, out);
  }

  @Test
  void labelsTrainTheStyleContentModel() {
    Path out = folder.resolve("style");
    success(
        "train --algorithm style-content --data %s --preset small32 --param labelCol=factor_shape --max-iter 2 --checkpoint-interval 0 --out %s",
        DATA, out);
    CommandRun run = success("swap --model %s --data %s --count 2 --out %s.png", out, DATA, out);
    assertTrue(Files.exists(folder.resolve("style.png")), run::out);
  }
}
