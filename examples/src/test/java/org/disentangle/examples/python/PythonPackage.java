// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.examples.fuzz.EveryStage;
import org.disentangle.stage.StageParams;

/** The generated files of the Python package: one class per public stage. */
final class PythonPackage {

  private static final String HEAD =
      """
      # SPDX-License-Identifier: Apache-2.0
      # Generated from the Params of the Java stages; PythonPackageTest says how.
      """;

  private static final Map<String, String> MODULES =
      Map.of(
          "disentangle.estimator",
              "Estimators: the systems, selections of models, and a classifier.",
          "disentangle.model", "Transformers, and the models that Estimators fit.",
          "disentangle.evaluator", "Evaluators: metrics of codes and of images.");

  private final List<PythonStage> stages;

  /**
   * @param root the folder that holds the modules, of whose sources the Javadoc is read
   */
  PythonPackage(Path root) {
    JavadocText javadoc = new JavadocText(root);
    Stream<Object> all =
        Stream.concat(EveryStage.pipelineStages().stream(), EveryStage.evaluators().stream());
    stages =
        all.map(stage -> PythonStage.of((StageParams<?>) stage, javadoc))
            .sorted(Comparator.comparing(PythonStage::name))
            .toList();
  }

  /** Texts of the files by their names. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("params.py", params());
    MODULES.forEach(
        (module, doc) ->
            files.put(module.replace("disentangle.", "") + ".py", module(module, doc)));
    return files;
  }

  private String module(String name, String doc) {
    List<PythonStage> here = stages.stream().filter(each -> each.module().equals(name)).toList();
    String bases =
        name.endsWith("estimator")
            ? "ModelSelection, StageEstimator, SupervisedModelSelection"
            : name.endsWith("model") ? "StageModel, StageTransformer" : "StageEvaluator";
    String body =
        here.stream().map(each -> each.text(this::isShared)).collect(Collectors.joining("\n\n"));
    String exported =
        here.stream().map(each -> "    \"" + each.name() + "\",\n").collect(Collectors.joining());
    return HEAD
        + PythonText.docstring(doc, "")
        + imports(body)
        + "from disentangle import params\n"
        + "from disentangle.stage import "
        + bases
        + "\n\n"
        + "__all__ = [\n"
        + exported
        + "]\n\nS = TypeVar(\"S\", bound=\"Params\")\n\n\n"
        + body;
  }

  private String params() {
    Map<String, Map<String, PythonParam>> owners = new TreeMap<>();
    for (PythonStage stage : stages) {
      for (PythonParam param : stage.params()) {
        if (isShared(param)) {
          owners
              .computeIfAbsent(param.owner().getSimpleName(), owner -> new TreeMap<>())
              .put(param.name(), param);
        }
      }
    }
    List<String> classes = new ArrayList<>();
    owners.forEach(
        (owner, declared) ->
            classes.add(
                "class "
                    + owner
                    + "(Params):\n"
                    + PythonText.docstring("Params that stages share.", "    ")
                    + declared.values().stream()
                        .map(param -> "\n" + param.declaration())
                        .collect(Collectors.joining())));
    String body = String.join("\n\n", classes);
    return HEAD
        + PythonText.docstring(
            "Params that several stages have: one class per Java interface that declares them.", "")
        + imports(body)
        + "\nS = TypeVar(\"S\", bound=\"Params\")\n\n\n"
        + body;
  }

  /** Not those that are a stage's own, or whose doc says more in one stage than in another. */
  private boolean isShared(PythonParam param) {
    Set<String> docs = new LinkedHashSet<>();
    for (PythonStage stage : stages) {
      if (stage.type() == param.owner()) {
        return false;
      }
      stage.params().stream()
          .filter(each -> each.owner() == param.owner() && each.name().equals(param.name()))
          .forEach(each -> docs.add(each.doc()));
    }
    return docs.size() == 1;
  }

  private static String imports(String body) {
    String typing =
        Stream.of("Any", "List", "Optional", "Sequence", "TypeVar")
            .filter(
                each ->
                    each.equals("TypeVar")
                        || body.contains(each + "[")
                        || body.contains("[" + each + "]"))
            .collect(Collectors.joining(", "));
    return "from typing import "
        + typing
        + "\n\n"
        + (body.contains("@keyword_only") ? "from pyspark import keyword_only\n" : "")
        + (body.contains("[Evaluator]") ? "from pyspark.ml.evaluation import Evaluator\n" : "")
        + "from pyspark.ml.param import Param, Params, TypeConverters\n"
        + (body.contains("JavaModel") ? "from pyspark.ml.wrapper import JavaModel\n" : "")
        + (body.contains("DataFrame") ? "from pyspark.sql import DataFrame\n" : "")
        + "\n";
  }
}
