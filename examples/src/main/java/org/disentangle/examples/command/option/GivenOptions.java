// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that a command was given, looked at together: each changes something, and none is
 * given twice. What an option needs is declared beside it, by {@link Needs}, {@link IdleWith},
 * {@link ForMetrics} and {@link SetsParam}.
 */
public final class GivenOptions {

  private static final String PARAM = "--param";

  private final CommandSpec command;
  private final List<OptionSpec> given;
  private final InputErrors errors;

  private GivenOptions(ParseResult parsed) {
    command = parsed.commandSpec();
    given = parsed.matchedOptions();
    errors = new InputErrors(command.qualifiedName());
  }

  /**
   * Refuses what has no effect, and what is said twice.
   *
   * @param parsed the command line of one command
   * @throws InvalidInputException naming command and options
   */
  public static void require(ParseResult parsed) {
    GivenOptions options = new GivenOptions(parsed);
    options.given.forEach(options::requireOnce);
    options.requireOneWay();
    Class<?> type = options.command.userObject().getClass();
    Map<Class<?>, IdleWith> idle = groups(type, IdleWith.class);
    Map<Class<?>, Needs> needs = groups(type, Needs.class);
    for (OptionSpec option : options.given) {
      if (option.userObject() instanceof Field field) {
        options.requireNeeds(option, field.getAnnotation(Needs.class));
        options.requireNeeds(option, needs.get(field.getDeclaringClass()));
        options.requireNoOther(option, field.getAnnotation(IdleWith.class));
        options.requireNoOther(option, idle.get(field.getDeclaringClass()));
        new MetricRules(options.command, options.errors)
            .require(option.longestName(), field.getAnnotation(ForMetrics.class));
      }
    }
  }

  /**
   * The rules of groups of options, by the class of the group; an outer group's rule comes first.
   */
  private static <A extends Annotation> Map<Class<?>, A> groups(Class<?> type, Class<A> rule) {
    Map<Class<?>, A> groups = new HashMap<>();
    addGroups(groups, type, rule, null);
    return groups;
  }

  private static <A extends Annotation> void addGroups(
      Map<Class<?>, A> groups, Class<?> type, Class<A> rule, A outer) {
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(Mixin.class)) {
        A own = outer == null ? field.getAnnotation(rule) : outer;
        if (own != null) {
          groups.put(field.getType(), own);
        }
        addGroups(groups, field.getType(), rule, own);
      }
    }
  }

  /** A name of a map of values, as {@code --param} has, and an element of a list stand once. */
  private void requireOnce(OptionSpec option) {
    if (!option.typeInfo().isMap()) {
      requireDifferent(option);
      return;
    }
    Map<String, String> seen = new HashMap<>();
    for (String text : option.originalStringValues()) {
      String before = seen.put(text.split("=", 2)[0], text);
      if (before != null) {
        throw twice(option.longestName() + " " + before, option.longestName() + " " + text);
      }
    }
  }

  /** Values count, not texts: factorVae and factor_vae name one metric. */
  private void requireDifferent(OptionSpec option) {
    boolean mayRepeat =
        option.userObject() instanceof Field field && field.isAnnotationPresent(MayRepeat.class);
    if (option.splitRegex().isEmpty() || mayRepeat) {
      return;
    }
    List<Object> elements =
        option.getValue() instanceof Collection<?> list
            ? List.copyOf(list)
            : Arrays.asList((Object[]) option.getValue());
    for (int i = 0; i < elements.size(); i++) {
      if (elements.indexOf(elements.get(i)) < i) {
        throw errors.parameter(
            option.longestName(), option.stringValues().get(i) + " twice", "each once");
      }
    }
  }

  /** What has an option is not set by its name too, and some Params have their option alone. */
  private void requireOneWay() {
    params()
        .forEach(
            (name, value) -> {
              String text = String.format(Locale.ROOT, "%s %s=%s", PARAM, name, value);
              for (OptionSpec option : command.options()) {
                SetsParam sets = sets(option).filter(one -> one.value().equals(name)).orElse(null);
                if (sets != null && given.contains(option)) {
                  throw twice(typed(option), text);
                }
                if (sets != null && sets.alone()) {
                  throw errors.parameter(
                      PARAM,
                      name + "=" + value,
                      "a Param that this command does not set itself",
                      String.format(Locale.ROOT, "Use %s.", option.longestName()));
                }
              }
            });
  }

  private static String typed(OptionSpec option) {
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName() + " " + String.join(",", option.originalStringValues());
  }

  private InvalidInputException twice(String one, String other) {
    return errors.refused(
        InvalidInputException.of(
            String.format(Locale.ROOT, "%s and %s set the same", one, other),
            "Leave one of them out."));
  }

  private void requireNeeds(OptionSpec option, Needs needs) {
    if (needs != null
        && (needs.of().length == 0 || List.of(needs.of()).contains(option.longestName()))
        && Arrays.stream(needs.value()).noneMatch(this::holds)) {
      throw errors.conflict(
          String.format(
              Locale.ROOT, "%s needs %s", option.longestName(), worded(List.of(needs.value()))));
    }
  }

  private void requireNoOther(OptionSpec option, IdleWith idle) {
    if (idle != null && !List.of(idle.except()).contains(option.longestName())) {
      for (String other : idle.value()) {
        if (holds(other)) {
          throw errors.conflict(
              String.format(
                  Locale.ROOT,
                  "%s has no effect with %s",
                  option.longestName(),
                  worded(List.of(other))));
        }
      }
    }
  }

  private static String worded(List<String> conditions) {
    return String.join(" or ", conditions).replace('=', ' ');
  }

  /** Whether an option was given, or has a value. */
  private boolean holds(String condition) {
    String[] parts = condition.split("=", 2);
    OptionSpec option = command.findOption(parts[0]);
    if (option == null) {
      return false;
    }
    Optional<String> byName =
        sets(option).map(SetsParam::value).map(params()::get).map(String::valueOf);
    if (parts.length == 1) {
      return given.contains(option) || byName.isPresent();
    }
    return byName
        .orElseGet(() -> String.valueOf((Object) option.getValue()))
        .equalsIgnoreCase(parts[1]);
  }

  /** The Params that are set by their names. */
  private Map<String, ?> params() {
    OptionSpec option = command.findOption(PARAM);
    Map<String, ?> values = option == null ? null : option.getValue();
    return values == null ? Map.of() : values;
  }

  /** The Param of what is trained that an option sets. */
  private static Optional<SetsParam> sets(OptionSpec option) {
    return option.userObject() instanceof Field field
        ? Optional.ofNullable(field.getAnnotation(SetsParam.class))
            .filter(sets -> sets.of().length == 0)
        : Optional.empty();
  }
}
