// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.PretrainedWriter;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that ships is what its card says. */
class ShippedModelsTest {

  /** Scores of the same model, images and seed differ by the rounding of the machine. */
  private static final double TOLERANCE = 0.01;

  static Stream<String> names() {
    return PretrainedModels.names().stream();
  }

  @Test
  void someShip() {
    assertTrue(PretrainedModels.names().contains("squares"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isSmallAndHasACard(String name) {
    PretrainedCard card = PretrainedModels.card(name);
    DisentangledModel<?> model =
        DisentangledModel.load(SharedSpark.session(), PretrainedModels.PREFIX + name);
    assertTrue(PretrainedModels.size(name) <= PretrainedWriter.MOST_BYTES);
    assertEquals(name, card.name());
    assertEquals(model.getClass().getSimpleName(), card.model());
    assertEquals(model.imageShape().toString(), card.images());
    assertEquals(model.numCodes(), card.codes().size());
    assertEquals(model.trainedWith().toString(), card.trainedWith());
    if (!card.categories().isEmpty()) {
      assertEquals(
          model.latent().categories(), card.categories().stream().map(List::size).toList());
    }
    assertFalse(card.summary().isBlank());
    assertTrue(card.licence().contains("Apache-2.0"), card::licence);
    assertTrue(card.commands().get(0).startsWith("disentangle train "));
    assertFalse(card.metrics().isEmpty());
    model
        .data()
        .state()
        .networks()
        .forEach((network, state) -> assertEquals(0, state.updaterState().length, network));
  }

  @ParameterizedTest
  @MethodSource("names")
  void scoresAsItsCardSays(String name) {
    PretrainedCard card = PretrainedModels.card(name);
    DataSpec data = DataSpec.parse(card.data());
    data.options()
        .forEach(
            (option, value) ->
                assumeTrue(
                    !value.startsWith("/") || Files.exists(Path.of(value)),
                    () -> value + " is not installed"));
    Map<String, Double> scores =
        new CardScores(
                data.load(SharedSpark.session()), List.copyOf(card.metrics().keySet()), card.seed())
            .of(DisentangledModel.load(SharedSpark.session(), PretrainedModels.PREFIX + name));
    card.metrics()
        .forEach((metric, value) -> assertEquals(value, scores.get(metric), TOLERANCE, metric));
  }

  @Test
  void areListed() {
    CommandRun all = CommandRun.success("pretrained");
    PretrainedModels.names()
        .forEach(name -> assertTrue(all.out().contains("pretrained:" + name + "\n"), all::out));
    CommandRun one = CommandRun.success("pretrained pretrained:squares");
    assertEquals(one.out(), CommandRun.success("pretrained squares").out());
  }

  @Test
  void otherNamesAreRefusedWithThoseThatShip() {
    CommandRun run = CommandRun.of("traverse --model pretrained:circles --out never.png");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("pretrained:circles"), run::err);
    assertTrue(run.err().contains("pretrained:squares"), run::err);
    CommandRun output =
        CommandRun.of("generate --model pretrained:squares --out pretrained:squares");
    assertEquals(2, output.exitCode());
    assertTrue(output.err().contains("--out"), output::err);
    assertTrue(output.err().contains("the path of a file or folder"), output::err);
  }
}
