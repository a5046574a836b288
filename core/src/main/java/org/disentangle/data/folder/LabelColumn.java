// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructField;
import org.disentangle.data.Cell;
import org.disentangle.data.FactorColumns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A column of what is known of pictures: the index of a value among the sorted values, or the
 * value's number.
 *
 * @param name of the column
 * @param nominal whether it holds indices
 * @param names the values as text, in rising order
 * @param numbers the values as numbers; null where one of them is no number, or a whole number that
 *     a double may not hold
 * @param ofFile the index of each file's value
 */
record LabelColumn(String name, boolean nominal, String[] names, double[] numbers, int[] ofFile)
    implements Serializable {

  private static final Logger LOG = LoggerFactory.getLogger(LabelColumn.class);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

  /** From here on different whole numbers may be one double. */
  private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(53);

  /** What programs write where a number is missing or not finite. */
  private static final Pattern MISSING =
      Pattern.compile(
          "(?i)[+-]?(1\\.#)?(nan|inf|infinity|ind)|#?n/?a|null|none|nil|missing|[?.-]+");

  /** Names are part of the schema, which every query carries. */
  private static final int MOST_NAMES = 20_000;

  /**
   * The values of the files. Whole numbers of which one is 2<sup>53</sup> or more are kept apart
   * and in order, but are no numbers: as such different ones could be the same.
   *
   * @param name of the column of indices
   * @param ofFile each file's value
   * @param all every value that there is, also such as no file has
   */
  static LabelColumn nominal(String name, List<String> ofFile, Collection<String> all) {
    boolean exact = all.stream().noneMatch(LabelColumn::isLarge);
    boolean numeric = exact && all.stream().allMatch(LabelColumn::isNumber);
    Comparator<String> order = Comparator.naturalOrder();
    if (numeric) {
      order = Comparator.comparingDouble(Double::parseDouble);
    } else if (all.stream().allMatch(text -> WHOLE.matcher(text).matches())) {
      order = Comparator.comparing(BigInteger::new);
    }
    Map<String, Integer> index = new TreeMap<>(order);
    all.stream().sorted().forEach(text -> index.putIfAbsent(text, 0));
    String[] names = index.keySet().toArray(String[]::new);
    for (int i = 0; i < names.length; i++) {
      index.put(names[i], i);
    }
    return new LabelColumn(
        name,
        true,
        names,
        numeric ? Arrays.stream(names).mapToDouble(Double::parseDouble).toArray() : null,
        ofFile.stream().mapToInt(index::get).toArray());
  }

  /** The same for values that are text, whatever they look like. */
  static LabelColumn text(String name, List<String> ofFile) {
    String[] names = ofFile.stream().distinct().sorted().toArray(String[]::new);
    int[] indices = ofFile.stream().mapToInt(text -> Arrays.binarySearch(names, text)).toArray();
    return new LabelColumn(name, true, names, null, indices);
  }

  /** Whether a text is a whole number that a double may not hold exactly, such as a long id. */
  private static boolean isLarge(String text) {
    return text.length() > 15
        && WHOLE.matcher(text).matches()
        && new BigInteger(text).abs().compareTo(LARGE) >= 0;
  }

  /** Whether a text is a finite number. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
  }

  /** Whether a text stands for a number that is missing or not finite, such as NaN. */
  static boolean isMissing(String text) {
    return MISSING.matcher(text).matches();
  }

  /** Whether all values are whole numbers, so that they may well number something. */
  boolean isWhole() {
    return isNumeric() && Arrays.stream(numbers).allMatch(value -> value == Math.rint(value));
  }

  boolean isNumeric() {
    return numbers != null;
  }

  /** The column of the numbers; empty where they are none. */
  Optional<LabelColumn> values(String column) {
    return Optional.ofNullable(numbers)
        .map(values -> new LabelColumn(column, false, names, values, ofFile));
  }

  StructField field() {
    if (!nominal) {
      return FactorColumns.numeric(name, numbers[0], numbers[numbers.length - 1]);
    }
    boolean named = names.length <= MOST_NAMES;
    if (!named) {
      LOG.warn(
          "{}: {} values, whose names are left out of the column's attribute",
          name,
          String.format(Locale.ROOT, "%,d", names.length));
    }
    return FactorColumns.nominal(name, names.length, named ? List.of(names) : List.of());
  }

  /**
   * The cells.
   *
   * @param fileOfRow from the row of the data set to the file
   */
  Cell cell(IntUnaryOperator fileOfRow) {
    return nominal
        ? row -> ofFile[fileOfRow.applyAsInt(row)]
        : row -> numbers[ofFile[fileOfRow.applyAsInt(row)]];
  }
}
