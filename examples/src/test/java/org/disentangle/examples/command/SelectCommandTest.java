// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code disentangle select}: training several, resuming, and selecting from trained models. */
@Tag("train")
class SelectCommandTest {

  private static final String DATA = "dsprites:imageSize=32,sample=64,factors=shape+posX+posY";
  private static final String TRAINING =
      " --preset small32 --num-codes 2 --noise-dim 2 --batch-size 8 --max-iter 2"
          + " --averaging-frequency 2 --lambda 0,0.05 --alpha 0 --runs 2";
  private static final String QUICK = " --votes 12 --scale-sample 200";

  @TempDir Path folder;

  @BeforeEach
  void session() {
    SharedSpark.session();
  }

  @Test
  void trainsSelectsAndResumes() throws Exception {
    Path out = folder.resolve("out");
    String command =
        "select --data %s" + TRAINING + QUICK + " --metric factor_vae --keep-runs --out %s";
    CommandRun run = CommandRun.of(command, DATA, out);
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.err().contains("select 100%"), run::err);
    assertTrue(run.out().contains("rank correlation with factor_vae: "), run::out);
    JsonNode ranking = new ObjectMapper().readTree(out.resolve("ranking.json").toFile());
    assertEquals(4, ranking.size());
    SelectedModel selected = SelectedModel.load(out.resolve("selection").toString());
    assertEquals(ranking.get(0).get("model").asInt(), selected.ranked().selected());
    assertEquals(
        selected.best().data().state(),
        InfoGanCrModel.load(out.resolve("model").toString()).data().state());
    assertTrue(ImageIO.read(out.resolve("matrix.png").toFile()).getWidth() > 100);
    CommandRun again = CommandRun.of(command + " --resume --overwrite", DATA, out);
    assertEquals(0, again.exitCode(), again::err);
    assertFalse(again.err().contains("select 100%"), again::err);
    assertEquals(
        selected.ranked(), SelectedModel.load(out.resolve("selection").toString()).ranked());
    Path runs = folder.resolve("out-runs");
    String models = runs.resolve("run-1/model") + "," + runs.resolve("run-2/model");
    CommandRun trained =
        CommandRun.of("select --models %s" + QUICK + " --out %s", models, folder.resolve("of"));
    assertEquals(0, trained.exitCode(), trained::err);
    assertTrue(trained.out().contains("run-2/model"), trained::out);
    CommandRun copies =
        CommandRun.of(
            "select --models %s,%s" + QUICK + " --out %s",
            models,
            runs.resolve("run-1/model"),
            folder.resolve("copies"));
    assertEquals(0, copies.exitCode(), copies::err);
    assertTrue(copies.err().contains("select: comparing models  100%  "), copies::err);
    assertTrue(copies.err().contains("Alike, and so voting for each other: models "), copies::err);
    for (String method : new String[] {"udr-lasso", "udr-spearman", "supervised"}) {
      Path chosen = folder.resolve(method);
      CommandRun other =
          CommandRun.of(
              "select --models %s --data %s --method %s%s --out %s",
              models, DATA, method, method.startsWith("udr") ? " --sample 50" : "", chosen);
      assertEquals(0, other.exitCode(), other::err);
      assertEquals(method.startsWith("udr"), Files.exists(chosen.resolve("matrix.png")));
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    CommandRun none = CommandRun.of("select --preset small32 --out %s", folder.resolve("x"));
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("--data"), none::err);
    CommandRun udr =
        CommandRun.of("select --models a,b --method udr-lasso --out %s", folder.resolve("y"));
    assertEquals(2, udr.exitCode());
    assertTrue(udr.err().contains("--data"), udr::err);
  }
}
