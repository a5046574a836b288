package org.disentangle.stage;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The values a Param may take, in words and as a test, and the one it takes when nobody sets it.
 *
 * <p>Checked wherever a value enters: setters, {@code set}, {@code ParamGridBuilder}, {@code copy}
 * with extra values, and loading. {@code null}, NaN and values of another type are never allowed.
 *
 * @param type the boxed or array class of the value
 * @param expected the allowed values in words; part of error messages and of the Param's doc
 * @param test whether a value of the right type is allowed
 * @param maybe the usual cause of a wrong value, as it follows the word "Maybe"
 * @param byDefault the value taken when none is set; null if the Param has none
 */
public record Allowed<V>(Class<V> type, String expected, Test<V> test, String maybe, V byDefault)
    implements Serializable {

  /** A predicate that can travel with its stage. */
  public interface Test<V> extends Predicate<V>, Serializable {}

  /** Values of one type that pass a test; no default. */
  public static <V> Allowed<V> where(Class<V> type, String expected, Test<V> test, String maybe) {
    return new Allowed<>(type, expected, test, maybe, null);
  }

  public static Allowed<Integer> atLeast(int least) {
    return where(
        Integer.class,
        "a whole number, at least " + least,
        value -> value >= least,
        "a computed value was rounded down or overflowed.");
  }

  public static Allowed<Long> atLeast(long least) {
    return where(
        Long.class,
        "a whole number, at least " + least,
        value -> value >= least,
        "a computed value was rounded down or overflowed.");
  }

  public static Allowed<Integer> between(int least, int most) {
    return where(
        Integer.class,
        String.format(Locale.ROOT, "a whole number from %d to %d", least, most),
        value -> value >= least && value <= most,
        "the value belongs to another parameter.");
  }

  public static Allowed<Long> anyLong() {
    return where(
        Long.class, "a whole number of 64 bits", value -> true, "the value is an int, not a long.");
  }

  public static Allowed<Boolean> trueOrFalse() {
    return where(Boolean.class, "true or false", value -> true, "the value was given as text.");
  }

  /** Finite numbers from {@code least} on. */
  public static Allowed<Double> atLeast(double least) {
    return where(
        Double.class,
        "a finite number, at least " + least,
        value -> Double.isFinite(value) && value >= least,
        "a sign was lost, or a division by zero produced the value.");
  }

  /** Finite numbers greater than {@code bound}. */
  public static Allowed<Double> above(double bound) {
    return where(
        Double.class,
        "a finite number above " + bound,
        value -> Double.isFinite(value) && value > bound,
        "a sign was lost, or a rate was rounded to zero.");
  }

  /** Numbers from {@code least} to {@code most}, both included. */
  public static Allowed<Double> between(double least, double most) {
    return where(
        Double.class,
        String.format(Locale.ROOT, "a number from %s to %s", least, most),
        value -> value >= least && value <= most,
        "the value is in another unit, such as percent.");
  }

  /** One of a few words; the first is the default. */
  public static Allowed<String> oneOf(List<String> words) {
    List<String> known = List.copyOf(words);
    return where(
            String.class,
            "one of " + InputErrors.quote(known.toArray()),
            known::contains,
            "it is misspelt; case matters.")
        .byDefault(known.get(0));
  }

  /** The name of a column. */
  public static Allowed<String> columnName() {
    return where(
        String.class, "the name of a column", value -> !value.isBlank(), "a setting was empty.");
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
        "a name is given twice or is empty; leave the parameter unset to use its default.");
  }

  /** The same values, and former names of some of them, which {@link #expected} leaves out. */
  public Allowed<V> orFormer(List<V> names) {
    List<V> former = List.copyOf(names);
    return new Allowed<>(
        type, expected, value -> test.test(value) || former.contains(value), maybe, byDefault);
  }

  /** The same values, with the one to take when none is set. */
  public Allowed<V> byDefault(V value) {
    return new Allowed<>(type, expected, test, maybe, value);
  }

  /** The same values, with a better guess at what causes a wrong one. */
  public Allowed<V> maybe(String cause) {
    return new Allowed<>(type, expected, test, cause, byDefault);
  }

  boolean accepts(Object value) {
    return type.isInstance(value) && test.test(type.cast(value));
  }
}
