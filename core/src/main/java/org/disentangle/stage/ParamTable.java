// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.disentangle.stage.Allowed.ParamCheck;
import scala.Function1;

/**
 * The Param objects of one stage instance, each made once.
 *
 * <p>A stage creates its table in its constructor, which ends with {@link #declareAll()}, and
 * returns it from {@link StageParams#declared()}. A Param is declared where it is documented: in
 * its public accessor, which has the Param's name:
 *
 * <pre>
 * default IntParam batchSize() {
 *   return declared().intParam("batchSize", Allowed.atLeast(1).byDefault(64), "images per step");
 * }
 * </pre>
 *
 * {@code declareAll} calls all accessors, so that all defaults are known to Spark at once; from
 * then on the table only reads, and one stage may be used from several threads.
 */
public final class ParamTable implements Serializable {

  private final Params owner;
  private final String uid;
  private final Map<String, Param<?>> byName = new HashMap<>();
  private final Map<String, Derived> derived = new LinkedHashMap<>();
  private final Set<String> followers = new HashSet<>();
  private boolean declaring;
  private boolean deriving;

  /** A default that follows from other Params, such as a preset; it travels with its stage. */
  @FunctionalInterface
  public interface Derived extends Supplier<Object>, Serializable {}

  /**
   * @param owner the stage under construction
   * @param uid the uid of that stage, which is the parent of all its Params
   */
  public ParamTable(Params owner, String uid) {
    this.owner = owner;
    this.uid = uid;
  }

  /** Declares every Param and sets its default. */
  public void declareAll() {
    declaring = true;
    owner.params();
    declaring = false;
    deriveDefaults();
  }

  /**
   * Gives a Param a default that follows from other Params. Whoever has such Params calls {@link
   * #deriveDefaults} whenever a Param changes.
   *
   * @param param declared in the same accessor, without a default
   * @param value the default, of the Param's type, for the values that are set at the time
   */
  public <P extends Param<?>> P derived(P param, Derived value) {
    if (declaring) {
      derived.put(param.name(), value);
    }
    return param;
  }

  /** The same for a default that follows from other Params than a preset. */
  public <P extends Param<?>> P followsOthers(P param, Derived value) {
    if (declaring) {
      followers.add(param.name());
    }
    return derived(param, value);
  }

  /** Whether the default of a Param is a preset's. */
  public boolean isPresets(Param<?> param) {
    return isDerived(param) && !followers.contains(param.name());
  }

  /** Whether the default of a Param follows from other Params, such as a preset. */
  public boolean isDerived(Param<?> param) {
    return derived.containsKey(param.name());
  }

  /** What the default of a Param follows to now; empty if it does not follow from others. */
  Optional<Object> derivedDefault(Param<?> param) {
    return Optional.ofNullable(derived.get(param.name())).map(Derived::get);
  }

  /**
   * Gives Spark the defaults that follow from other Params, for {@code explainParams}, {@code
   * extractParamMap} and {@code getOrDefault}. May be called whenever a Param or a default changes,
   * which this does itself.
   */
  @SuppressWarnings("unchecked") // a derived value is of its Param's type
  public void deriveDefaults() {
    if (declaring || deriving) {
      return;
    }
    deriving = true;
    try {
      derived.forEach(
          (name, value) -> owner.setDefault((Param<Object>) byName.get(name), value.get()));
    } finally {
      deriving = false;
    }
  }

  /** The uid of the stage. */
  public String uid() {
    return uid;
  }

  /**
   * Declares a Param on the first call and returns the same object ever after.
   *
   * @param name the Param's name, which is also its accessor's
   * @param allowed its values and default; the words are appended to the doc
   * @param doc meaning and effect, as {@code explainParams} shows them
   */
  public Param<String> stringParam(String name, Allowed<String> allowed, String doc) {
    return declare(name, allowed, text -> new Param<>(uid, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public IntParam intParam(String name, Allowed<Integer> allowed, String doc) {
    return declare(name, allowed, text -> new IntParam(uid, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public LongParam longParam(String name, Allowed<Long> allowed, String doc) {
    return declare(
        name, allowed, text -> new LongParam(uid, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public DoubleParam doubleParam(String name, Allowed<Double> allowed, String doc) {
    return declare(
        name, allowed, text -> new DoubleParam(uid, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}; any boolean is allowed, so only the default is given. */
  public BooleanParam booleanParam(String name, boolean byDefault, String doc) {
    Allowed<Boolean> allowed = Allowed.trueOrFalse().byDefault(byDefault);
    return declare(
        name, allowed, text -> new CheckedBooleanParam(uid, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public StringArrayParam stringArrayParam(String name, Allowed<String[]> allowed, String doc) {
    return declare(
        name, allowed, text -> new StringArrayParam(owner, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public IntArrayParam intArrayParam(String name, Allowed<int[]> allowed, String doc) {
    return declare(
        name, allowed, text -> new IntArrayParam(owner, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}. */
  public DoubleArrayParam doubleArrayParam(String name, Allowed<double[]> allowed, String doc) {
    return declare(
        name, allowed, text -> new DoubleArrayParam(owner, name, text, check(name, allowed)), doc);
  }

  /** See {@link #stringParam}; none by default. */
  public EvaluatorsParam evaluatorsParam(String name, String doc) {
    Allowed<Evaluator[]> allowed =
        Allowed.where(
                Evaluator[].class,
                "an array of Evaluators",
                values -> Arrays.stream(values).noneMatch(Objects::isNull))
            .byDefault(new Evaluator[0]);
    return declare(
        name, allowed, text -> new EvaluatorsParam(uid, name, text, check(name, allowed)), doc);
  }

  /** As Spark explains a Param, but with the elements of arrays. */
  public String explain(Param<?> param) {
    StringJoiner values = new StringJoiner(", ", "(", ")").setEmptyValue("(undefined)");
    if (owner.hasDefault(param)) {
      values.add("default: " + text(owner.getDefault(param).get()));
    }
    if (owner.isSet(param)) {
      values.add("current: " + text(owner.get(param).get()));
    }
    return String.format(Locale.ROOT, "%s: %s %s", param.name(), param.doc(), values);
  }

  private static String text(Object value) {
    return value.getClass().isArray() ? InputErrors.quote(value) : String.valueOf(value);
  }

  private <A> ParamCheck<A> check(String name, Allowed<?> allowed) {
    return new ParamCheck<>(uid, name, allowed);
  }

  @SuppressWarnings("unchecked") // one name is declared with one type, by its accessor
  private <P extends Param<?>> P declare(
      String name, Allowed<?> allowed, Function<String, P> maker, String doc) {
    if (declaring) {
      byName.computeIfAbsent(
          name, key -> create(maker, doc + " (" + allowed.expected() + ")", allowed));
    }
    Param<?> known = byName.get(name);
    if (known == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s: parameter %s is declared by an accessor that is not public, or declareAll() was not called.",
              uid,
              name));
    }
    return (P) known;
  }

  @SuppressWarnings("unchecked") // the check of the Param itself refuses a default of another type
  private <P extends Param<?>> P create(Function<String, P> maker, String doc, Allowed<?> allowed) {
    P param = maker.apply(doc);
    if (allowed.byDefault() != null) {
      owner.setDefault((Param<Object>) param, allowed.byDefault());
    }
    return param;
  }

  /** A Param of Spark's, which itself accepts null and values of any type, with a check. */
  static final class CheckedBooleanParam extends BooleanParam {

    private final ParamCheck<Object> check;

    CheckedBooleanParam(String stage, String name, String doc, ParamCheck<Object> check) {
      super(stage, name, doc);
      this.check = check;
    }

    @Override
    public Function1<Object, Object> isValid() {
      return check;
    }
  }
}
