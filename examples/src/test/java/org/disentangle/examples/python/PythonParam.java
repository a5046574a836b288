// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.disentangle.stage.EvaluatorsParam;
import org.disentangle.stage.StageParams;

/**
 * A Param of a stage, as Python declares it.
 *
 * @param owner the class or interface of Java that declares it
 * @param type hint for values
 * @param converter the method of {@code TypeConverters} for values
 * @param byDefault a literal; None if there is no default, or one that follows from other Params
 */
record PythonParam(
    Class<?> owner, String name, String type, String converter, String doc, String byDefault) {

  private record Kind(String type, String converter) {}

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          Param.class, new Kind("str", "toString"),
          IntParam.class, new Kind("int", "toInt"),
          LongParam.class, new Kind("int", "toInt"),
          DoubleParam.class, new Kind("float", "toFloat"),
          BooleanParam.class, new Kind("bool", "toBoolean"),
          StringArrayParam.class, new Kind("Sequence[str]", "toListString"),
          IntArrayParam.class, new Kind("Sequence[int]", "toListInt"),
          DoubleArrayParam.class, new Kind("Sequence[float]", "toListFloat"),
          EvaluatorsParam.class, new Kind("Sequence[Evaluator]", "toList"));

  static PythonParam of(StageParams<?> stage, Param<?> param) {
    try {
      var accessor = stage.getClass().getMethod(param.name());
      Kind kind = KINDS.get(accessor.getReturnType());
      if (kind == null) {
        throw new IllegalStateException("No Python type for " + accessor);
      }
      boolean fixed = stage.hasDefault(param) && !stage.declared().isDerived(param);
      return new PythonParam(
          accessor.getDeclaringClass(),
          param.name(),
          kind.type(),
          kind.converter(),
          param.doc(),
          fixed ? PythonText.literal(stage.getDefault(param).get()) : "None");
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an argument of a constructor, named by keyword; a keyword of Python ends in "_". */
  String argument() {
    String hint = byDefault.equals("None") ? "Optional[" + type + "]" : type;
    return "        " + PythonText.argument(name) + ": " + hint + " = " + byDefault + ",\n";
  }

  /** The Param, its getter and its setter. */
  String declaration() {
    String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    String target =
        PythonText.isKeyword(name)
            ? "vars()[\"" + name + "\"]"
            : name + ": \"Param[" + type + "]\"";
    String value =
        PythonText.isKeyword(name)
            ? "_set(**{\"" + name + "\": value})"
            : "_set(" + name + "=value)";
    return String.join(
        "",
        "    " + target + " = Param(\n",
        "        Params._dummy(),\n",
        "        \"" + name + "\",\n",
        "        " + PythonText.literal(doc, "        ") + ",\n",
        "        typeConverter=TypeConverters." + converter + ",\n",
        "    )\n\n",
        PythonText.isKeyword(name) ? attribute() : "",
        "    def get" + upper + "(self) -> " + returned() + ":\n",
        PythonText.docstring("Value of ``" + name + "``: " + doc + ".", "        "),
        "        return self.getOrDefault(\"" + name + "\")\n\n",
        "    def set" + upper + "(self: S, value: " + type + ") -> S:\n",
        PythonText.docstring("Sets ``" + name + "``: " + doc + ".", "        "),
        "        return self." + value + "\n");
  }

  private String attribute() {
    return "    @property\n    def "
        + name
        + "_(self) -> \"Param["
        + type
        + "]\":\n"
        + PythonText.docstring("The Param ``" + name + "``, a keyword of Python.", "        ")
        + "        return getattr(self, \""
        + name
        + "\")\n\n";
  }

  private String returned() {
    return type.replace("Sequence", "List");
  }
}
