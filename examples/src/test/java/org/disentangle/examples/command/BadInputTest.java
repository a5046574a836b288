// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input ends with code 2, two clear lines and nothing written. */
class BadInputTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "train",
        "generate",
        "encode",
        "traverse",
        "export",
        "evaluate",
        "metrics",
        "tune",
        "bench",
        "bench step",
        "bench scale",
        "bench predict",
        "bench generate"
      })
  void everyCommandHasHelp(String command) {
    CommandRun run = CommandRun.of(command + " --help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("Usage: disentangle " + command), run::out);
    assertTrue(run.out().contains("--stacktrace"), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tran|Unmatched argument",
        "bench|Missing what to measure",
        "train --out OUT|Missing required option",
        "traverse --model OUT --from 1 --to 1e300 --out OUT2|--from 1.0 and --to 1.0E300",
        "train --dta dsprites --out OUT|--dta",
        "encode --model OUT --data dsprites --out OUT.csv|the name of a folder of Parquet files",
        "generate --model OUT --out OUT2.csv.gz|the name of a folder of Parquet files",
        "train --data nope --out OUT|parquet:PATH[,OPTION=VALUE,...], image:DIR[,OPTION=VALUE,...] or NAME:path=FILE[,OPTION=VALUE,...] with NAME one of mpi3d",
        "train --data idx: --out OUT|a path after 'idx:'",
        "train --data idx:OUT --out OUT2|found nothing",
        "train --data idx:OUT,OUT --out OUT2|OPTION=VALUE",
        "train --data dsprites:path=OUT --out OUT2|found nothing",
        "train --data cdsprites:imageSize=64 --out OUT|unknown option \"imageSize\"",
        "train --data dsprites:sample --out OUT|OPTION=VALUE",
        "train --data dsprites:foo=1 --out OUT|unknown option \"foo\"",
        "train --data parquet:OUT --out OUT|found nothing",
        "train --data dsprites:sample=200 --preset dsprite --out OUT|disentangle train: parameter --preset: ",
        "train --data dsprites:sample=200,imageSize=32 --out OUT|1x32x32",
        "train --data dsprites:sample=20 --workers 2 --out OUT|fewer than one batch",
        "train --data dsprites:sample=200 --lambda -1 --out OUT|disentangle train: parameter --lambda: ",
        "train --data dsprites:sample=200 --max-iter 5 --cr-start 9 --out OUT|parameter --cr-start: found 9; expected an iteration below --max-iter",
        "generate --model OUT --out OUT2|found nothing; expected the folder of a saved stage",
        "traverse --model squares --out OUT2|Write pretrained:squares",
        "generate --model OUT --count 0 --out OUT2|--count",
        "generate --model OUT --format gif --out OUT2|'found ''gif''; expected one of image, png, array, vector, bytes-path'",
        "generate --model OUT --resume --overwrite --out OUT2|not together",
        "generate --model OUT --folders OUT --out OUT2|--by",
        "generate --model OUT --folder-images 0 --out OUT2|--folder-images",
        "evaluate --model OUT --data dsprites --metric mog|metric: found 'mog'",
        "evaluate --model OUT --data dsprites --metric mog|Did you mean 'mig'?",
        "select --data dsprites --metric factor_vea --out OUT|Did you mean 'factor_vae'?",
        "select --data dsprites --runs 1 --out OUT|disentangle select: parameter --runs: found 1; expected at least 2 models to choose from",
        "select --data dsprites --runs 2147483647 --lambda 1,2 --out OUT|parameter --runs: found 2147483647; expected at most 100000",
        "select --models OUT --out OUT2|parameter --models: found 1",
        "train --data dsprite:sample=5 --out OUT|Did you mean 'dsprites'?",
        "tune --data dsprites --lambda 1 --alpha 1 --folds 1 --out OUT|--folds",
        "bench step --preset nope|Unknown preset",
        "bench step --threads 2|--threads",
        "bench scale --averaging-frequency 1|--averaging-frequency",
        "bench scale --workers 2,1|parameter --workers: found [2, 1]; expected distinct numbers",
        "bench scale --workers 0,1|--workers",
        "bench scale --workers 2|two or more",
        "bench scale --tiny --contrastive|--tiny",
        "bench scale --tiny --preset small32|--tiny",
        "bench predict --workers 8,8|--workers",
        "bench predict --bandwidth-gbit 0|--bandwidth-gbit",
        "bench predict --task-ms -1|--task-ms"
      })
  void refused(String command, String expected) throws IOException {
    String words =
        command
            .replace("OUT2", folder.resolve("two").toString())
            .replace("OUT", folder.resolve("one").toString());
    CommandRun run = CommandRun.of("%s", words);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(expected), run::err);
    assertFalse(run.err().contains("\tat "), run::err);
    assertEquals("", run.out());
    try (var written = Files.list(folder)) {
      assertEquals(0, written.count());
    }
  }

  @Test
  void placesBelowAFileAreRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (String command :
        new String[] {
          "train --data dsprites --out %s/a/b", "generate --model x --out %s/a --overwrite"
        }) {
      CommandRun run = CommandRun.of(command, file);
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("where a folder would be"), run::err);
    }
  }

  @Test
  void imagesWithoutFactorsAreNotTrainedOnForAScore() throws IOException {
    BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(picture, "png", folder.resolve("a.png").toFile());
    for (String command :
        new String[] {
          "select --runs 2 --metric mig", "select --runs 2 --method supervised", "tune --alpha 1"
        }) {
      CommandRun run =
          CommandRun.of(
              "%s --lambda 0.1,1 --data image:%s --preset small32 --out %s",
              command, folder, folder.resolveSibling("no-out"));
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("data with factor columns (factor_...)"), run::err);
      assertFalse(run.err().contains("iteration"), run::err);
    }
  }

  @Test
  void imagesWithoutFactorsAreNotEvaluated() throws IOException {
    BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(picture, "png", folder.resolve("a.png").toFile());
    CommandRun run = CommandRun.of("evaluate --model pretrained:squares --data image:%s", folder);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("begin with 'factor_'"), run::err);
    assertTrue(run.err().contains("rename=NAME:factor_NAME"), run::err);
  }

  @Test
  void existingOutputsStay() throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "mine");
    for (String command :
        new String[] {
          "demo --out %s",
          "train --data dsprites --out %s",
          "generate --model x --out %s",
          "encode --model x --data dsprites --out %s",
          "traverse --model x --out %s",
          "export --model x --onnx %s",
          "evaluate --model x --data dsprites --json %s",
          "tune --data dsprites --lambda 1 --alpha 1 --out %s",
          "bench step --json %s",
          "bench predict --out %s"
        }) {
      CommandRun run = CommandRun.of(command, there);
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("with --overwrite"), run::err);
      assertEquals("mine", Files.readString(there));
    }
  }

  @Test
  void stackTraceOnRequest() {
    CommandRun run =
        CommandRun.of("generate --model %s --out %s --stacktrace", folder, folder.resolve("x"));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("\tat org.disentangle"), run::err);
  }

  @Test
  void imagesThatAreNone() {
    String table = folder.resolve("table").toString();
    SharedSpark.session()
        .range(3)
        .selectExpr("id", "cast(id as string) as image")
        .write()
        .parquet(table);
    CommandRun run = CommandRun.of("train --data parquet:%s --out %s", table, folder.resolve("x"));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("column 'image'"), run::err);
  }
}
