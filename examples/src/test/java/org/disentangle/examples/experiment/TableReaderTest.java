// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables mean, and how a wrong one is refused. */
class TableReaderTest {

  private static final String TABLE =
      """
      {
        // a comment
        "title": "Two weights",
        "algorithm": "infogan-cr",
        "params": {"preset": "small32", "lambda": 0.0002},
        "variants": [
          {"name": "plain", "params": {"alpha": 0}},
          {"name": "swept", "grid": {"alpha": [1, 2], "gap": [0, 1.9]}}
        ],
        "measures": ["mig", "seconds", "loss.Q"],
        "sizes": {
          "tiny": {
            "data": "dsprites:imageSize=32",
            "samples": 1280,
            "params": {"lambda": 0.5},
            "variants": {"swept": {"grid": {"gap": [1]}, "params": {"crStart": 7}}}
          },
          "short": {"data": "dsprites:imageSize=32", "seeds": [4]}
        }
      }
      """;

  private static ExperimentPlan plan(String json, ExperimentSize size, ExperimentOverrides given) {
    return ExperimentPlan.of(KnownExperiments.written("my/own.json", json), size, given);
  }

  @Test
  void rowsHaveWhatTheTableTheSizeAndTheySay() {
    ExperimentPlan plan = plan(TABLE, ExperimentSize.TINY, ExperimentOverrides.NONE);
    assertEquals("own", plan.table().name());
    assertEquals(List.of("mig", "seconds", "loss.Q"), plan.measures().names());
    assertEquals(
        List.of("plain", "swept alpha=1 gap=1", "swept alpha=2 gap=1"),
        plan.variants().stream().map(ExperimentVariant::name).toList());
    assertEquals(
        Map.of("preset", "small32", "lambda", "0.5", "alpha", "0", "maxIter", "20"),
        plan.variants().get(0).params());
    assertEquals("7", plan.variants().get(2).params().get("crStart"));
    assertEquals(List.of(1L, 2L, 3L), plan.seeds());
    ExperimentPlan other = plan(TABLE, ExperimentSize.SHORT, ExperimentOverrides.NONE);
    assertEquals(List.of(4L), other.seeds());
    assertEquals("0.0002", other.variants().get(0).params().get("lambda"));
    assertEquals(5, other.variants().size());
  }

  /** A row's folder lies inside the experiment's and is no file of it. */
  @ParameterizedTest
  @ValueSource(strings = {"..", ".", ".hidden", "experiment.json", "results.csv", "///"})
  void rowsWhoseFolderIsNotTheirOwnAreRefused(String name) {
    String table = TABLE.replace("\"plain\"", '"' + name + '"');
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> plan(table, ExperimentSize.SHORT, ExperimentOverrides.NONE))
            .getMessage();
    assertTrue(message.contains("variants: found '" + name + "'"), message);
  }

  @Test
  void usersChangeWhatIsCommonAndWhatIsSwept() {
    ExperimentPlan plan =
        plan(
            TABLE,
            ExperimentSize.TINY,
            new ExperimentOverrides(
                "cdsprites",
                "factor_angle",
                List.of(9L),
                List.of("swept alpha=5 gap=1"),
                Map.of("maxIter", "8"),
                Map.of("alpha", List.of("4", "5"))));
    assertEquals("cdsprites", plan.data());
    assertEquals("cdsprites", plan.scored());
    assertEquals("factor_angle", plan.label());
    assertEquals(List.of(9L), plan.seeds());
    assertEquals(1, plan.variants().size());
    assertEquals("8", plan.variants().get(0).params().get("maxIter"));
    assertEquals("5", plan.variants().get(0).params().get("alpha"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"alpha\": 0|\"alpa\": 0|table my/own.json, variant 'plain': parameter alpa: found '0'; expected one of the Params of InfoGanCr: ",
        "\"alpha\": 0|\"alpha\": -1|table my/own.json, variant 'plain': ",
        "\"alpha\": 0|\"alpha\": {}|table my/own.json: parameter variants[0].params.alpha: found {}; expected a number",
        "[1, 2]|[]|table my/own.json: parameter variants[1].grid.alpha: found []; expected a list of values",
        "infogan-cr|infogan-dr|variant 'plain': parameter algorithm: found 'infogan-dr'; expected one of [infogan-cr",
        "infogan-cr|style-content|variant 'plain': parameter algorithm",
        "\"mig\"|\"mog\"|table my/own.json: parameter measures: found 'mog'; expected seconds, images",
        "\"mig\"|\"mig\", \"mig\"|each once",
        "\"mig\"|\"reverse_kl\"|parameter label: found no value; expected the classes for reverse_kl",
        "\"measures\"|\"curves\": [\"mig\"], \"measures\"|parameter every: found no value; expected iterations between two scores, for [mig]",
        "\"measures\"|\"curves\": [\"seconds\"], \"measures\"|parameter curves: found 'seconds'; expected a metric of codes or loss.NAME",
        "\"tiny\"|\"big\"|parameter sizes.big",
        "\"title\"|\"titel\"|table my/own.json: parameter titel: found \"Two weights\"; expected one of [title",
        "\"name\": \"swept\"|\"name\": \"plain\", \"algorithm\": \"infogan\"|variants: found",
        "\"swept\": {|\"swopt\": {|sizes: variants: found 'swopt'",
        "\"samples\": 1280|\"samples\": 0|sizes.tiny.samples: found 0",
        "dsprites:imageSize=32|disks|--data",
        "[4]|[4, 4]|sizes.short.seeds: found [4,4]; expected distinct whole numbers",
        "\"algorithm\"|algorithm|the table: found "
      })
  void aWrongTableIsRefusedWithItsPlace(String right, String wrong, String expected) {
    assertTrue(TABLE.contains(right), right);
    String json = TABLE.replace(right, wrong);
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> plan(json, ExperimentSize.TINY, ExperimentOverrides.NONE));
    assertTrue(refusal.getMessage().contains(expected), refusal::getMessage);
    assertTrue(refusal.getMessage().startsWith("table my/own.json"), refusal::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"maxIter|x|variant 'plain'", "alpha|3|parameter alpha: found '3 for all variants'"})
  void aWrongOptionIsRefused(String param, String value, String expected) {
    ExperimentOverrides given =
        new ExperimentOverrides("", "", List.of(), List.of(), Map.of(param, value), Map.of());
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> plan(TABLE, ExperimentSize.TINY, given));
    assertTrue(refusal.getMessage().contains(expected), refusal::getMessage);
  }
}
