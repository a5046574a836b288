// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
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

  /** A column that stays empty whatever is trained is refused. */
  @ParameterizedTest
  @CsvSource({"infogan, mig, zToLabel", "style-content, seconds, mig"})
  void measuresThatAModelCannotHaveAreRefused(String algorithm, String known, String unknown) {
    String table =
        String.format(
            Locale.ROOT,
            """
            {"algorithm": "%s", "label": "factor_shape", "params": {"preset": "small32"},
             "variants": [{"name": "one"}], "measures": ["%s", "%s"],
             "sizes": {"tiny": {"data": "dsprites:imageSize=32"}}}
            """,
            algorithm,
            known,
            unknown);
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> plan(table, ExperimentSize.TINY, ExperimentOverrides.NONE))
            .getMessage();
    assertTrue(message.contains("variant 'one'"), message);
    assertTrue(message.contains("a system whose models have " + unknown), message);
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

  /** What is said of a row that is not run is not looked at. */
  @Test
  void rowsThatAreNotChosenDoNotCount() {
    ExperimentOverrides all =
        new ExperimentOverrides("", "", List.of(), List.of(), Map.of("alpha", "3"), Map.of());
    assertThrows(InvalidInputException.class, () -> plan(TABLE, ExperimentSize.SHORT, all));
    String table =
        TABLE.replace(
            "{\"name\": \"swept\"",
            "{\"name\": \"other\", \"params\": {\"crStart\": 9}}, {\"name\": \"swept\"");
    ExperimentPlan plan =
        plan(
            table,
            ExperimentSize.SHORT,
            new ExperimentOverrides(
                "", "", List.of(), List.of("other"), Map.of("alpha", "3"), Map.of()));
    assertEquals("3", plan.variants().get(0).params().get("alpha"));
    ExperimentOverrides unswept =
        new ExperimentOverrides(
            "", "", List.of(), List.of("plain"), Map.of(), Map.of("alpha", List.of("4")));
    assertThrows(InvalidInputException.class, () -> plan(TABLE, ExperimentSize.SHORT, unswept));
  }

  @Test
  void anIntervalIsSetByTheTableWhereCurvesAreScored() {
    String watched =
        TABLE
            .replace("\"alpha\": 0", "\"evaluationInterval\": 5")
            .replace("\"measures\"", "\"curves\": [\"mig\"], \"measures\"")
            .replace("\"seeds\": [4]", "\"every\": 3, \"seeds\": [4]");
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> plan(watched, ExperimentSize.SHORT, ExperimentOverrides.NONE))
            .getMessage();
    assertTrue(message.contains("parameter evaluationInterval: found '5'"), message);
    assertTrue(message.contains("every"), message);
    plan(
        watched.replace("\"curves\": [\"mig\"], ", ""),
        ExperimentSize.SHORT,
        ExperimentOverrides.NONE);
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
        "infogan-cr|style-content|variant 'plain': parameter alpha: found '0'; expected one of the Params of StyleContentVaeGan",
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
        "\"loss.Q\"|\"loss.q\"|parameter measures: found 'loss.q'; expected a loss of a variant: loss.CR, loss.D, loss.G",
        "\"measures\"|\"curves\": [\"loss.X\"], \"measures\"|parameter curves: found 'loss.X'; expected a loss of a variant: ",
        "\"alpha\": 0|\"seed\": 9|table my/own.json, variant 'plain': parameter seed: found '9'; expected a Param that an experiment does not set itself.",
        "\"alpha\": 0|\"checkpointDir\": \"c\"|variant 'plain': parameter checkpointDir: found 'c'",
        "\"alpha\": 0|\"resume\": true|variant 'plain': parameter resume: found 'true'",
        "\"lambda\": 0.5|\"seed\": 9|variant 'plain': parameter seed: found '9'",
        "\"measures\"|\"evaluator\": {\"seed\": 2}, \"measures\"|table my/own.json: parameter seed: found '2'",
        "\"samples\": 1280|\"samples\": 1280, \"selections\": {\"model-centrality\": {\"seed\": 2}}|selection 'model-centrality': parameter seed: found '2'",
        "\"grid\": {\"alpha\": [1, 2]|\"params\": {\"alpha\": 3}, \"grid\": {\"alpha\": [1, 2]|variants[1].params.alpha: found a value beside variants[1].grid.alpha; expected one of the two",
        "\"crStart\": 7|\"alpha\": 7|variant 'swept': parameter alpha",
        "\"params\": {\"lambda\": 0.5}|\"params\": {\"maxIter\": 5}|sizes.tiny.samples: found a value beside sizes.tiny.params.maxIter",
        "\"alpha\": 0|\"batchSize\": 4294967312|variant 'plain': infoGanCr: parameter batchSize: found 4294967312; expected a whole number of 32 bits",
        "\"crStart\": 7|\"crStart\": 7.5|variant 'swept alpha=1 gap=1': infoGanCr: parameter crStart: found 7.5; expected a whole number of 64 bits",
        "[4]|[]|sizes.short.seeds: found []; expected distinct whole numbers, at least one",
        "Two weights|a\\u001b[2J|table my/own.json: parameter title: found \"a\\u001B[2J\"; expected a text in one line, without control characters",
        "\"name\": \"plain\"|\"name\": \"a\\nb\"|parameter variants[0].name: found \"a\\nb\"; expected a text in one line",
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

  @Test
  void namesThatNoFileSystemTakesAreRefused() {
    String longest = "x".repeat(255);
    plan(
        TABLE.replace("\"plain\"", "\"" + longest + "\""),
        ExperimentSize.SHORT,
        ExperimentOverrides.NONE);
    assertRefused(
        TABLE.replace("\"plain\"", "\"" + longest + "x\""),
        "expected rows whose names have at most 255 letters");
    assertRefused(
        TABLE.replace("\"title\"", "\"folder\": \"a/" + "ü".repeat(128) + "\", \"title\""),
        "expected names of at most 255 bytes of UTF-8");
  }

  private static void assertRefused(String json, String expected) {
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> plan(json, ExperimentSize.SHORT, ExperimentOverrides.NONE))
            .getMessage();
    assertTrue(message.contains(expected), message);
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
