// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.Params;
import org.disentangle.estimator.ModelCentrality;
import org.disentangle.examples.command.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Option;

/** What the help says of options that are Params. */
class ParamHelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"train", "select"})
  void everySystemThatHasAParamIsNamedBesideItsMeaning(String command) {
    int checked = 0;
    for (Field field : options()) {
      String param = field.getAnnotation(SetsParam.class).value();
      String help = help(command, field);
      boolean ofSome = meanings(param) > 1 || systems(param).size() < Algorithm.all().size();
      for (Algorithm algorithm : Algorithm.all()) {
        Params estimator = algorithm.estimator();
        boolean has = estimator.hasParam(param);
        if (has) {
          assertTrue(
              help.contains(unspaced(ParamHelp.worded(estimator.getParam(param).doc()))), help);
        }
        assertEquals(
            has && ofSome,
            List.of(help.split("[,:;.()]")).contains(algorithm.toString()),
            () -> algorithm + ": " + help);
        checked++;
      }
    }
    assertEquals(19 * Algorithm.all().size(), checked);
  }

  @Test
  void tuneNamesNoSystemBecauseItTrainsOne() {
    String help = unspaced(CommandRun.success("tune --help").out());
    assertTrue(
        help.contains(
            unspaced("(one of dsprites, cdsprites, teapots, celeba32, mnist28, small32)")),
        help);
    assertFalse(help.contains("svhn32") || help.contains("infogan-cr:"), help);
  }

  @Test
  void aDefaultIsSaidUnlessItIsThePresets() {
    String help = unspaced(CommandRun.success("train --help").out());
    assertTrue(
        help.contains(
            unspaced(
                "factor-vae: weight of the total correlation (a finite number, at least 0.0). Default: 20.0.")),
        help);
    String select = unspaced(CommandRun.success("select --help").out());
    int votes = new ModelCentrality().getNumVotes();
    assertTrue(select.contains(String.format(Locale.ROOT, "Default:%d.", votes)), select);
  }

  @Test
  void paramsOfOtherNamesAreListedWhereTheHelpSays() {
    String help = unspaced(CommandRun.success("train --help").out());
    assertTrue(help.contains("estimators/README.md"), help);
    CommandRun unknown =
        CommandRun.of("train --data dsprites --out unused --param learningRate=0.001");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("learningRateG, learningRateH"), unknown::err);
  }

  /** An option whose name is a Param's is described by it. */
  @Test
  void noOptionOfATrainingIsLeftOut() {
    for (Class<?> group : List.of(TrainingOptions.class, AlgorithmOptions.class)) {
      for (Field field : group.getDeclaredFields()) {
        if (field.isAnnotationPresent(Option.class) && !systems(field.getName()).isEmpty()) {
          SetsParam param = field.getAnnotation(SetsParam.class);
          assertNotNull(param, field::getName);
          assertEquals(field.getName(), param.value());
        }
      }
    }
  }

  private static List<Field> options() {
    List<Field> all = new ArrayList<>();
    for (Class<?> group :
        List.of(TrainingOptions.class, AlgorithmOptions.class, WatchOptions.class)) {
      Arrays.stream(group.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(SetsParam.class))
          .forEach(all::add);
    }
    return all;
  }

  /** The part of the help from the option's name to the next option, without spaces. */
  private static String help(String command, Field field) {
    String name = field.getAnnotation(Option.class).names()[0];
    String options = CommandRun.success(command + " --help").out();
    return Arrays.stream(options.substring(options.indexOf("\n  ")).split("\n +(?=--)"))
        .filter(part -> part.startsWith(name + "=") || part.startsWith(name + " "))
        .map(part -> unspaced(part.replaceFirst("^\\S+", ".")))
        .collect(Collectors.joining());
  }

  private static long meanings(String param) {
    return systems(param).stream()
        .map(system -> system.estimator().getParam(param).doc())
        .distinct()
        .count();
  }

  private static List<Algorithm> systems(String param) {
    return Algorithm.all().stream().filter(system -> system.estimator().hasParam(param)).toList();
  }

  private static String unspaced(String text) {
    return text.replaceAll("\\s", "");
  }
}
