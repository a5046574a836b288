// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import scala.runtime.AbstractFunction1;

/**
 * The values a Param may take, in words and as a test, and the one it takes when nobody sets it.
 *
 * <p>Checked wherever a value enters: setters, {@code set}, {@code ParamGridBuilder}, {@code copy}
 * with extra values, and loading. {@code null}, NaN and values of another type are never allowed.
 *
 * @param type the boxed or array class of the value
 * @param expected the allowed values in words; part of error messages and of the Param's doc
 * @param test whether a value of the right type is allowed
 * @param advice what to do about a wrong value, in whole sentences; null if there is nothing to say
 * @param byDefault the value taken when none is set; null if the Param has none
 */
public record Allowed<V>(Class<V> type, String expected, Test<V> test, String advice, V byDefault)
    implements Serializable {

  /** A predicate that can travel with its stage. */
  public interface Test<V> extends Predicate<V>, Serializable {

    /** The words that pass, or of which values are made; none if they are not known. */
    default List<String> words() {
      return List.of();
    }
  }

  /** Values of one type that pass a test; no default. */
  public static <V> Allowed<V> where(Class<V> type, String expected, Test<V> test) {
    return where(type, expected, test, null);
  }

  /** The same with advice on a wrong value, in whole sentences. */
  public static <V> Allowed<V> where(Class<V> type, String expected, Test<V> test, String advice) {
    return new Allowed<>(type, expected, test, advice, null);
  }

  public static Allowed<Integer> atLeast(int least) {
    return where(Integer.class, "a whole number, at least " + least, value -> value >= least);
  }

  public static Allowed<Long> atLeast(long least) {
    return where(Long.class, "a whole number, at least " + least, value -> value >= least);
  }

  public static Allowed<Integer> between(int least, int most) {
    return where(
        Integer.class,
        String.format(Locale.ROOT, "a whole number from %d to %d", least, most),
        value -> value >= least && value <= most);
  }

  public static Allowed<Long> anyLong() {
    return where(Long.class, "a whole number of 64 bits", value -> true);
  }

  public static Allowed<Boolean> trueOrFalse() {
    return where(Boolean.class, "true or false", value -> true);
  }

  /** Finite numbers from {@code least} on. */
  public static Allowed<Double> atLeast(double least) {
    return where(
        Double.class,
        "a finite number, at least " + least,
        value -> Double.isFinite(value) && value >= least && !isTooSmall(value));
  }

  /**
   * Whether a number is so near to 0 that networks, which compute in single precision, cannot hold
   * it: a slip of the pen rather than a weight or a rate.
   */
  private static boolean isTooSmall(double value) {
    return value != 0 && Math.abs(value) < Float.MIN_NORMAL;
  }

  /** Finite numbers greater than {@code bound}. */
  public static Allowed<Double> above(double bound) {
    return where(
        Double.class,
        "a finite number above " + bound,
        value -> Double.isFinite(value) && value > bound && !isTooSmall(value));
  }

  /** Numbers from {@code least} to {@code most}, both included. */
  public static Allowed<Double> between(double least, double most) {
    return where(
        Double.class,
        String.format(Locale.ROOT, "a number from %s to %s", least, most),
        value -> value >= least && value <= most);
  }

  /** One of a few words; the first is the default. */
  public static Allowed<String> oneOf(List<String> words) {
    OneOf known = new OneOf(List.copyOf(words));
    return where(
            String.class,
            "one of " + InputErrors.quote(known.words().toArray()),
            known,
            "Case matters.")
        .byDefault(known.words().get(0));
  }

  /** One of a few names, all in lower case; no default. */
  public static Allowed<String> nameAmong(List<String> names) {
    List<String> known = List.copyOf(names);
    return where(String.class, "one of " + known, known::contains, "Names are in lower case.");
  }

  private record OneOf(List<String> words) implements Test<String> {

    @Override
    public boolean test(String word) {
      return words.contains(word);
    }
  }

  private record OrFormer<V>(Test<V> now, List<V> former) implements Test<V> {

    @Override
    public boolean test(V value) {
      return now.test(value) || former.contains(value);
    }

    @Override
    public List<String> words() {
      return now.words();
    }
  }

  /** The name of a column. */
  public static Allowed<String> columnName() {
    return where(String.class, "the name of a column", value -> !value.isBlank());
  }

  /** The names of one or more different columns. */
  public static Allowed<String[]> columnNames() {
    return where(
        String[].class,
        "the names of one or more different columns",
        names ->
            names.length > 0
                && Arrays.stream(names).noneMatch(name -> name == null || name.isBlank())
                && Arrays.stream(names).distinct().count() == names.length,
        "Leave the parameter unset to use its default.");
  }

  /** The same values, and former names of some of them, which {@link #expected} leaves out. */
  public Allowed<V> orFormer(List<V> names) {
    return new Allowed<>(
        type, expected, new OrFormer<>(test, List.copyOf(names)), advice, byDefault);
  }

  /** The same values, with the one to take when none is set. */
  public Allowed<V> byDefault(V value) {
    return new Allowed<>(type, expected, test, advice, value);
  }

  /** The same values, with whole sentences of advice on a wrong one. */
  public Allowed<V> advice(String sentences) {
    return new Allowed<>(type, expected, test, sentences, byDefault);
  }

  /** Advice on a wrong value: the word that was probably meant, or what is said of every other. */
  private String adviceOn(Object value) {
    String[] given = value instanceof String[] several ? several : new String[] {asText(value)};
    return Arrays.stream(given)
        .filter(word -> word != null && test.words().stream().noneMatch(word::equalsIgnoreCase))
        .findFirst()
        .map(word -> NearestName.hint(word, test.words(), advice))
        .orElse(advice);
  }

  private static String asText(Object value) {
    return value instanceof String word ? word : null;
  }

  boolean accepts(Object value) {
    return type.isInstance(value) && test.test(type.cast(value));
  }

  /** The {@code isValid} function of a Param: true, or an error that says what is wrong. */
  static final class ParamCheck<A> extends AbstractFunction1<A, Object> implements Serializable {

    private final InputErrors errors;
    private final String name;
    private final Allowed<?> allowed;

    ParamCheck(String stage, String name, Allowed<?> allowed) {
      this.errors = new InputErrors(stage);
      this.name = name;
      this.allowed = allowed;
    }

    @Override
    public Object apply(A value) {
      if (allowed.accepts(value)) {
        return true;
      }
      throw errors.parameter(name, value, expectedInsteadOf(value), allowed.adviceOn(value));
    }

    private String expectedInsteadOf(A value) {
      if (value instanceof Double number && allowed.type() == Double.class && isTooSmall(number)) {
        return String.format(
            Locale.ROOT,
            "%s, and no less than %s unless it is 0",
            allowed.expected(),
            Float.MIN_NORMAL);
      }
      if (value == null || allowed.type().isInstance(value)) {
        return allowed.expected();
      }
      return String.format(
          Locale.ROOT,
          "%s (%s, not %s)",
          allowed.expected(),
          allowed.type().getSimpleName(),
          value.getClass().getSimpleName());
    }
  }
}
