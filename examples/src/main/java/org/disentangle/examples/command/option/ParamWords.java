// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How {@code train} is told the value of a Param: by its option, else by {@code --param}. */
public final class ParamWords {

  private static final Map<String, Field> OPTIONS = options();

  private ParamWords() {}

  private static Map<String, Field> options() {
    Map<String, Field> options = new HashMap<>();
    for (Class<?> group :
        List.of(TrainingOptions.class, CheckpointOptions.class, WatchOptions.class)) {
      for (Field field : group.getDeclaredFields()) {
        if (field.isAnnotationPresent(SetsParam.class)) {
          options.put(field.getAnnotation(SetsParam.class).value(), field);
        }
      }
    }
    return options;
  }

  /** Whether the Param has an option of its own. */
  public static boolean hasOption(String param) {
    return OPTIONS.containsKey(param);
  }

  /** The words that set it; none for a switch that is off. */
  public static List<String> of(String param, String value) {
    Field field = OPTIONS.get(param);
    if (field == null) {
      return List.of("--param", String.format(Locale.ROOT, "%s=%s", param, value));
    }
    String option = field.getAnnotation(Option.class).names()[0];
    if (field.getType() == boolean.class) {
      return Boolean.parseBoolean(value) ? List.of(option) : List.of();
    }
    return List.of(option, value);
  }
}
