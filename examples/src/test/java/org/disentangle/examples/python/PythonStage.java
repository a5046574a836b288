// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Transformer;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.stage.StageParams;

/**
 * The Python class of a stage.
 *
 * @param params in the order of their names
 */
record PythonStage(StageParams<?> stage, List<PythonParam> params, JavadocText javadoc) {

  static PythonStage of(StageParams<?> stage, JavadocText javadoc) {
    return new PythonStage(
        stage,
        Arrays.stream(stage.params()).map(param -> PythonParam.of(stage, param)).toList(),
        javadoc);
  }

  Class<?> type() {
    return stage.getClass();
  }

  String name() {
    return type().getSimpleName();
  }

  /** The Python module, which is called as the Java package. */
  String module() {
    return type().getPackageName().replace("org.", "");
  }

  /**
   * @param isShared whether a Param is declared in the class of the Java interface that has it
   */
  String text(Predicate<PythonParam> isShared) {
    Set<String> bases = new TreeSet<>();
    TreeMap<String, PythonParam> own = new TreeMap<>();
    for (PythonParam param : params) {
      if (isShared.test(param)) {
        bases.add("params." + param.owner().getSimpleName());
      } else {
        own.put(param.name(), param);
      }
    }
    List<String> parts = new ArrayList<>();
    own.values().forEach(param -> parts.add(param.declaration()));
    if (!(stage instanceof Model)) {
      parts.add(constructor());
    }
    parts.addAll(new PythonMethods(stage, javadoc).all());
    String head =
        "class "
            + name()
            + "(\n    "
            + base()
            + ",\n"
            + bases.stream().map(each -> "    " + each + ",\n").collect(Collectors.joining())
            + "):\n"
            + PythonText.docstring(javadoc.of(type()), "    ")
            + "\n    _java_class = \""
            + type().getName()
            + "\"\n"
            + live();
    return head + parts.stream().map(part -> "\n" + part).collect(Collectors.joining());
  }

  private String base() {
    if (stage instanceof SupervisedSelection) {
      return "SupervisedModelSelection";
    }
    if (stage instanceof ModelSelection) {
      return "ModelSelection";
    }
    if (stage instanceof Estimator) {
      return "StageEstimator";
    }
    if (stage instanceof Model) {
      return "StageModel";
    }
    return stage instanceof Transformer ? "StageTransformer" : "StageEvaluator";
  }

  /** Names of the Params whose defaults follow from others, so that Java must be asked for them. */
  private String live() {
    List<String> names =
        Arrays.stream(stage.params())
            .filter(param -> stage.declared().isDerived(param))
            .map(param -> PythonText.literal((Object) param.name()))
            .toList();
    return names.isEmpty()
        ? ""
        : "    _live_defaults = frozenset(\n        [\n"
            + names.stream()
                .map(each -> "            " + each + ",\n")
                .collect(Collectors.joining())
            + "        ]\n    )\n";
  }

  private String constructor() {
    return "    @keyword_only\n    def __init__(\n        self,\n        *,\n"
        + params.stream().map(PythonParam::argument).collect(Collectors.joining())
        + "    ):\n        super().__init__()\n        self._start(self._input_kwargs)\n";
  }
}
