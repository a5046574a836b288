// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.disentangle.stage.StageParams;
import org.disentangle.train.History;

/**
 * What a stage offers besides its Params, its setters and the methods of Spark's stages. A method
 * without arguments is a property, as in PySpark's models. Methods with types that Python has no
 * form of are left out.
 */
final class PythonMethods {

  /** Of Spark's stages and of the base classes. */
  private static final Set<String> INHERITED =
      Set.of(
          "copy",
          "fit",
          "load",
          "read",
          "toString",
          "transform",
          "transformSchema",
          "uid",
          "write",
          "explainParam",
          "fromCheckpoint",
          "evaluate",
          "isLargerBetter");

  private static final Map<Class<?>, String> HINTS =
      Map.of(
          int.class, "int",
          long.class, "int",
          double.class, "float",
          boolean.class, "bool",
          String.class, "str",
          Dataset.class, "DataFrame",
          History.class, "DataFrame",
          List.class, "List[Any]");

  private final StageParams<?> stage;
  private final JavadocText javadoc;

  PythonMethods(StageParams<?> stage, JavadocText javadoc) {
    this.stage = stage;
    this.javadoc = javadoc;
  }

  /** All of them, in the order of their names. */
  List<String> all() {
    Map<String, Method> found = new LinkedHashMap<>();
    Arrays.stream(stage.getClass().getMethods())
        .filter(this::isOffered)
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .forEach(method -> found.merge(method.getName(), method, PythonMethods::moreSpecific));
    return found.values().stream().map(this::text).collect(Collectors.toList());
  }

  private static Method moreSpecific(Method one, Method other) {
    return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
  }

  private boolean isOffered(Method method) {
    String name = method.getName();
    return method.getDeclaringClass().getName().startsWith("org.disentangle.")
        && !method.isBridge()
        && !INHERITED.contains(name)
        && !stage.hasParam(name)
        && !name.matches("set[A-Z].*")
        && !(name.matches("get[A-Z].*") && stage.hasParam(param(name)))
        && hint(method.getReturnType()) != null
        && holdsPlainValues(method)
        && Arrays.stream(method.getParameterTypes()).allMatch(type -> hint(type) != null)
        && (!Modifier.isStatic(method.getModifiers())
            || method.getReturnType() == stage.getClass());
  }

  /** A list of numbers, texts or stages. */
  private static boolean holdsPlainValues(Method method) {
    return method.getReturnType() != List.class
        || method
            .getGenericReturnType()
            .getTypeName()
            .matches(
                ".*<java\\.lang\\.(Double|String|Integer)>|.*<org\\.disentangle\\.model\\.\\w*Model<\\?>>");
  }

  private static String hint(Class<?> type) {
    return PipelineStage.class.isAssignableFrom(type) ? "JavaModel" : HINTS.get(type);
  }

  private String text(Method method) {
    String name = method.getName();
    String doc = PythonText.docstring(javadoc.of(method.getDeclaringClass(), name), "        ");
    if (Modifier.isStatic(method.getModifiers())) {
      return "    @classmethod\n    def "
          + name
          + "(cls, "
          + declared(method)
          + ") -> \""
          + stage.getClass().getSimpleName()
          + "\":\n"
          + doc
          + "        return cls._made_by(\""
          + name
          + "\", "
          + named(method)
          + ")\n";
    }
    String hint =
        " -> "
            + hint(method.getReturnType())
            + ":\n"
            + doc
            + "        return self._ask(\""
            + name
            + "\"";
    return method.getParameterCount() == 0
        ? "    @property\n    def " + name + "(self)" + hint + ")\n"
        : "    def "
            + name
            + "(self, "
            + declared(method)
            + ")"
            + hint
            + ", "
            + named(method)
            + ")\n";
  }

  private static String declared(Method method) {
    return Arrays.stream(method.getParameters())
        .map(
            parameter ->
                PythonText.argument(parameter.getName()) + ": " + hint(parameter.getType()))
        .collect(Collectors.joining(", "));
  }

  private static String named(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> PythonText.argument(parameter.getName()))
        .collect(Collectors.joining(", "));
  }

  /** The Param that a getter is of. */
  private static String param(String getter) {
    return getter.substring(3, 4).toLowerCase(Locale.ROOT) + getter.substring(4);
  }
}
