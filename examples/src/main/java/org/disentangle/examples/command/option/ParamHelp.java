// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.stage.StageParams;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Help whose options that are Params say what the Params say: what they mean, what they may be,
 * their defaults, and which systems have them.
 */
public final class ParamHelp extends Help {

  private static final Pattern LIST = Pattern.compile("\\[('[^\\]]*')]");

  private final CommandSpec command;

  public ParamHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
    this.command = command;
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer usual = super.createDefaultOptionRenderer();
    return (option, labels, colors) -> usual.render(described(option), labels, colors);
  }

  /** A command that takes one value of an option of several shows one. */
  @Override
  public IParamLabelRenderer createDefaultParamLabelRenderer() {
    IParamLabelRenderer usual = super.createDefaultParamLabelRenderer();
    return new OneValueLabel(usual);
  }

  private record OneValueLabel(IParamLabelRenderer usual) implements IParamLabelRenderer {

    @Override
    public Ansi.Text renderParameterLabel(ArgSpec option, Ansi ansi, List<Ansi.IStyle> styles) {
      boolean one =
          option.command().userObject() instanceof TakesOneWeight
              && option.userObject() instanceof Field field
              && field.getDeclaringClass() == AlgorithmOptions.class;
      return one
          ? ansi.new Text(usual.separator() + option.paramLabel())
          : usual.renderParameterLabel(option, ansi, styles);
    }

    @Override
    public String separator() {
      return usual.separator();
    }
  }

  private OptionSpec described(OptionSpec option) {
    SetsParam param =
        option.userObject() instanceof AnnotatedElement field
            ? field.getAnnotation(SetsParam.class)
            : null;
    if (param == null || !param.described()) {
      return option;
    }
    List<String> lines = new ArrayList<>(List.of(option.description()));
    for (Class<? extends Params> stage : param.of()) {
      lines.add(sentence(made(stage), param.value()));
    }
    if (param.of().length == 0) {
      lines.addAll(ofSystems(param.value()));
    }
    return OptionSpec.builder(option)
        .description(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new))
        .build();
  }

  /** A line for each meaning, after the systems for which it is the meaning. */
  private List<String> ofSystems(String param) {
    Map<String, List<String>> systems = new LinkedHashMap<>();
    int others = 0;
    for (Algorithm algorithm : algorithms()) {
      Params estimator = algorithm.estimator();
      if (estimator.hasParam(param)) {
        systems
            .computeIfAbsent(sentence(estimator, param), sentence -> new ArrayList<>())
            .add(algorithm.toString());
      } else {
        others++;
      }
    }
    if (others == 0 && systems.size() == 1) {
      return List.copyOf(systems.keySet());
    }
    List<String> lines = new ArrayList<>();
    systems.forEach((sentence, names) -> lines.add(String.join(", ", names) + ": " + sentence));
    return lines;
  }

  /** Those that the command trains: all, unless it is known which. */
  private List<Algorithm> algorithms() {
    return command.findOption("--algorithm") == null
        ? List.of(Algorithm.INFOGAN_CR)
        : Algorithm.all();
  }

  /** What the Param is, and its default where that is no preset's. */
  private static String sentence(Params stage, String name) {
    Param<Object> param = stage.getParam(name);
    boolean fixed =
        stage.hasDefault(param)
            && !"".equals(stage.getDefault(param).get())
            && !(stage instanceof StageParams params && params.declared().isDerived(param));
    String doc = worded(param.doc());
    return fixed
        ? String.format(Locale.ROOT, "%s. Default: %s.", doc, stage.getDefault(param).get())
        : doc + ".";
  }

  /** Lists of words as in a sentence, without the brackets and quotes of the Param's doc. */
  static String worded(String doc) {
    return LIST.matcher(doc)
        .replaceAll(list -> Matcher.quoteReplacement(list.group(1).replace("'", "")));
  }

  private static Params made(Class<? extends Params> stage) {
    try {
      return stage.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
