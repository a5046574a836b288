// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.documentation.MarkdownPage.Row;
import org.disentangle.examples.documentation.MarkdownPage.Section;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.StageParams;
import org.junit.jupiter.api.Test;

/**
 * The tables of parameters have a row for every Param of their stage, with its default and the
 * values it takes. The parameters of a stage stand in the section with its name, and in the
 * sections of shared parameters that this one links.
 */
class ParameterTablesTest {

  private static final List<MarkdownPage> PAGES =
      Stream.of("estimators", "transformers", "evaluators")
          .map(module -> MarkdownPage.read(module + "/README.md"))
          .toList();

  /** A default that another Param gives, whose name the table then has. */
  private static final String FOLLOWS = "what follows from another parameter";

  private static final Pattern SHARED = Pattern.compile("\\(#(parameters-of-[a-z-]+)\\)");
  private static final Pattern CHOICE = Pattern.compile("\\(one of \\[(.*)\\]\\)$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everyTableHasTheParamsOfItsStage() {
    Set<String> checked = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (StageParams<?> stage : stages()) {
      String name = stage.getClass().getSimpleName();
      for (MarkdownPage page : PAGES) {
        for (Section section : page.sections()) {
          if (section.heading().equals(name) && !rows(page, section).isEmpty()) {
            checked.add(name);
            wrong.addAll(differences(stage, page, section));
          }
        }
      }
      if (stage instanceof Estimator && !checked.contains(name)) {
        wrong.add("estimators/README.md: a section '" + name + "' with its parameters is missing");
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(
        checked.containsAll(
            List.of("InfoGanCr", "ImagePreparation", "ArrayImages", "DisentanglementEvaluator")),
        "only these were found: " + checked);
  }

  private static List<StageParams<?>> stages() {
    List<StageParams<?>> stages = new ArrayList<>();
    for (Class<?> service : List.of(Estimator.class, Transformer.class, Evaluator.class)) {
      ServiceLoader.load(service).stream()
          .filter(provider -> provider.type().getName().startsWith("org.disentangle."))
          .forEach(provider -> stages.add((StageParams<?>) provider.get()));
    }
    return stages;
  }

  /** The section's own rows and those of the sections of shared parameters that it links. */
  private static List<Row> rows(MarkdownPage page, Section section) {
    List<Row> rows = new ArrayList<>(section.rowsOf("Parameter"));
    section.text().stream()
        .flatMap(line -> SHARED.matcher(line.text()).results())
        .map(link -> link.group(1))
        .distinct()
        .flatMap(anchor -> page.sections().stream().filter(one -> one.anchor().equals(anchor)))
        .forEach(shared -> rows.addAll(shared.rowsOf("Parameter")));
    return rows;
  }

  private static List<String> differences(
      StageParams<?> stage, MarkdownPage page, Section section) {
    List<String> wrong = new ArrayList<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Row row : rows(page, section)) {
      if (rows.put(bare(row.cells().get(0)), row) != null) {
        wrong.add(page.at(row.line()) + ": the second row of " + row.cells().get(0));
      }
    }
    for (Param<?> param : stage.params()) {
      Row row = rows.remove(param.name());
      if (row == null) {
        wrong.add(
            String.format(
                Locale.ROOT,
                "%s: section %s lacks the row | `%s` | %s | %s |",
                page.at(section.line()),
                section.heading(),
                param.name(),
                written(stage, param),
                param.doc()));
      } else {
        difference(stage, param, row).ifPresent(text -> wrong.add(page.at(row.line()) + text));
      }
    }
    rows.forEach(
        (name, row) ->
            wrong.add(page.at(row.line()) + ": " + section.heading() + " has no Param " + name));
    return wrong;
  }

  private static Optional<String> difference(StageParams<?> stage, Param<?> param, Row row) {
    String expected = written(stage, param);
    String found = bare(row.cells().get(1));
    boolean fits =
        switch (expected) {
          case "preset" -> found.startsWith("preset");
          case FOLLOWS -> Arrays.stream(stage.params()).anyMatch(one -> found.contains(one.name()));
          default -> same(expected, found);
        };
    if (!fits) {
      return Optional.of(": the default of " + param.name() + " is " + expected + ", not " + found);
    }
    List<String> named = words(CODE, row.cells().get(2));
    List<String> choices = choices(param);
    if (param.name().equals("preset") && stage instanceof TrainsInRounds<?> system) {
      boolean exact = named.equals(Presets.ids(system.presets()));
      return exact
          ? Optional.empty()
          : Optional.of(": the presets are " + Presets.ids(system.presets()));
    }
    return named.containsAll(choices)
        ? Optional.empty()
        : Optional.of(": the values of " + param.name() + " are " + choices + ", named " + named);
  }

  /**
   * The words that a Param takes, as its doc lists them; none where it takes other values. Metrics
   * have tables of their own.
   */
  private static List<String> choices(Param<?> param) {
    if (param.name().equals("metricName")) {
      return List.of();
    }
    return CHOICE
        .matcher(param.doc())
        .results()
        .flatMap(list -> words(Pattern.compile("([\\w-]+)"), list.group(1)).stream())
        .toList();
  }

  private static List<String> words(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult word) -> word.group(1)).toList();
  }

  /** A default as the tables write it. */
  private static String written(StageParams<?> stage, Param<?> param) {
    if (stage.declared().isDerived(param)) {
      return stage.declared().isPresets(param) ? "preset" : FOLLOWS;
    }
    if (!stage.hasDefault(param)) {
      return "unset";
    }
    Object value = stage.getDefault(param).get();
    if (value instanceof Object[] values) {
      return values.length == 0 ? "none" : values[0].toString();
    }
    return value.equals("") ? "empty" : value.toString();
  }

  private static boolean same(String expected, String found) {
    try {
      return new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
    } catch (NumberFormatException words) {
      return expected.equals(found);
    }
  }

  private static String bare(String cell) {
    return cell.replace("`", "");
  }
}
