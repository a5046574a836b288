// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code disentangle select --algorithms}: what is set on which system, trained and said. */
@Tag("train")
class SelectOverSystemsTest {

  private static final String DATA = "dsprites:imageSize=32,sample=64,factors=shape+posX+posY";
  private static final String TINY =
      " --preset small32 --num-codes 2 --batch-size 8 --max-iter 2 --averaging-frequency 2";

  @TempDir Path folder;

  @BeforeEach
  void session() {
    SharedSpark.session();
  }

  @Test
  void allAreTrainedNamedAndSelectedFrom() throws Exception {
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.success(
            "select --algorithms infogan-cr,beta-tcvae --data %s"
                + TINY
                + " --cr-start 0 --beta 3 --param beta-tcvae.maxIter=6 --param learningRate=0.002"
                + " --runs 2 --seed 5 --votes 12 --scale-sample 200 --metric factor_vae --out %s",
            DATA,
            out);
    assertTrue(
        run.err()
            .contains(
                String.join(
                    System.lineSeparator(),
                    "infogan-cr: 2 training runs of 2 iterations with 1 worker",
                    "beta-tcvae: 2 training runs of 6 iterations with 1 worker",
                    "--cr-start is set on infogan-cr alone",
                    "--beta is set on beta-tcvae alone",
                    "--param learningRate is set on beta-tcvae alone",
                    "how long it will take is shown after 2 iterations")),
        run::err);
    assertTrue(run.err().contains("select  25%  infogan-cr iteration 2/2"), run::err);
    assertTrue(run.err().contains("select 100%  beta-tcvae iteration 6/6"), run::err);
    assertTrue(
        run.out()
            .lines()
            .findFirst()
            .orElse("")
            .matches(" *place +model +system +seed +model-centrality +factor_vae"),
        run::out);
    JsonNode ranking = new ObjectMapper().readTree(out.resolve("ranking.json").toFile());
    Set<String> named = new TreeSet<>();
    for (JsonNode model : ranking) {
      named.add(
          model.get("model").asText()
              + " "
              + model.get("system").asText()
              + " "
              + model.get("seed").asLong());
    }
    assertEquals(
        Set.of("0 infogan-cr 5", "1 infogan-cr 6", "2 beta-tcvae 5", "3 beta-tcvae 6"), named);
    SelectedModel selected = SelectedModel.load(out.resolve("selection").toString());
    assertEquals(ranking.get(0).get("model").asInt(), selected.ranked().selected());
    assertEquals("3.0", selected.models().get(2).trainedWith().value("beta"));
    assertEquals(
        selected.best().data().state(),
        DisentangledModel.load(SharedSpark.session(), out.resolve("model").toString())
            .data()
            .state());
    assertTrue(Files.size(out.resolve("report.html")) > 0);
    assertTrue(ImageIO.read(out.resolve("matrix.png").toFile()).getWidth() > 100);
  }

  @ParameterizedTest
  @CsvSource({
    "'infogan-cr,infogan-cr', '', infogan-cr twice",
    "'infogan-cr,beta-vae', --algorithm beta-vae, not both",
    "'infogan-cr,style-content', '', learns codes",
    "'infogan-cr,infogan', --beta 3, what one of infogan-cr",
    "'infogan-cr,beta-vae', '--lambda 0,1', one value",
    "'infogan-cr,beta-vae', --param nothing=1, learningRate",
    "'infogan-cr,beta-vae', --param factor-vae.gamma=1, before the point",
    "'infogan-cr,beta-vae', --param beta-vae.lambda=1, one of the Params of BetaVae",
    "'infogan-cr,beta-vae', --param preset=svhn32, preset"
  })
  void whatDoesNotGoTogetherIsRefused(String systems, String option, String part) {
    CommandRun run =
        CommandRun.of(
            "select --algorithms %s --data %s" + TINY + " --out %s " + option,
            systems,
            DATA,
            folder.resolve("none"));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(part), run::err);
    assertTrue(!Files.exists(folder.resolve("none")));
  }
}
