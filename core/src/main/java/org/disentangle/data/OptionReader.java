// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageFormat;

/** The options of a data source, read with refusals that name source, option, value and range. */
public final class OptionReader {

  /** The option that {@code load(PATH)} sets, for sources that read a file. */
  public static final String PATH = "path";

  /** The option with the form of the image column. */
  public static final String IMAGE_FORMAT = "imageFormat";

  /** The option with the number of ranges that rows are cut into. */
  public static final String NUM_PARTITIONS = "numPartitions";

  private static final int ROWS_PER_PARTITION = 4096;

  /**
   * Keys that Spark itself adds to the options of a view in SQL, and of a table of the catalogue
   * (Spark 4 hands over its properties); they say nothing here.
   */
  private static final Set<String> OF_SPARK =
      Set.of(
          "serialization.format",
          TableCatalog.PROP_COMMENT,
          TableCatalog.PROP_EXTERNAL,
          TableCatalog.PROP_LOCATION,
          TableCatalog.PROP_OWNER,
          TableCatalog.PROP_PROVIDER,
          "collation",
          "is_managed_location");

  /** Before the names of options that are there a second time, among a table's properties. */
  private static final String AGAIN = TableCatalog.OPTION_PREFIX;

  private final String source;
  private final CaseInsensitiveStringMap options;

  /** Options as Spark hands them over to the source with this name. */
  public OptionReader(String source, CaseInsensitiveStringMap options) {
    this.source = source;
    this.options = options;
  }

  /** The name of the data source. */
  public String source() {
    return source;
  }

  /**
   * Refuses any option that is not known here (in any case of letters). A path is an option like
   * any other: a source that reads no file does not know it.
   */
  public void requireOnly(Set<String> known) {
    for (Map.Entry<String, String> option : options.asCaseSensitiveMap().entrySet()) {
      String key = option.getKey();
      if (!isOfSpark(key) && known.stream().noneMatch(key::equalsIgnoreCase)) {
        throw refusal(
            String.format(
                Locale.ROOT,
                "unknown option \"%s\" = \"%s\"; expected some of %s",
                key,
                option.getValue(),
                String.join(", ", new TreeSet<>(known))),
            advice(key, known));
      }
    }
  }

  private static boolean isOfSpark(String key) {
    return OF_SPARK.contains(key) || key.startsWith(AGAIN);
  }

  private static String advice(String key, Set<String> known) {
    if (key.equalsIgnoreCase("paths")) {
      return "Give one path; this source reads no more.";
    }
    return key.equalsIgnoreCase(PATH)
        ? "Call load() without a path: this source reads no files."
        : null;
  }

  /** The option as it was written, without blanks around it; empty where it is not given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(options.get(name)).map(String::strip);
  }

  /** The name of a file, whose blanks belong to it; empty where it is not given. */
  public Optional<String> file(String name) {
    return Optional.ofNullable(options.get(name)).filter(path -> !path.isBlank());
  }

  /** The file that {@code load} was given; refused if absent. */
  public String path() {
    return file(PATH)
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    String.format(
                        Locale.ROOT,
                        "%s: option %s is missing; expected the file to read",
                        source,
                        PATH),
                    "Give it to load(), or as option path."));
  }

  /** The same without advice. */
  public long number(String name, long byDefault, long least, long most) {
    return number(name, byDefault, least, most, null);
  }

  /** A whole number within bounds, or the default where the option is not given. */
  public long number(String name, long byDefault, long least, long most, String advice) {
    if (text(name).isEmpty()) {
      return byDefault;
    }
    String expected =
        least == Long.MIN_VALUE
            ? "a whole number of 64 bits"
            : String.format(Locale.ROOT, "a whole number from %d to %d", least, most);
    return text(name)
        .flatMap(OptionReader::whole)
        .filter(number -> number >= least && number <= most)
        .orElseThrow(() -> refuse(name, expected, advice));
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The option {@code numPartitions}, from 1 to the number of rows.
   *
   * @param mostByDefault where the option is not given there is one partition per 4,096 rows, but
   *     not more than this
   */
  public int numPartitions(int rows, int mostByDefault) {
    int byDefault = Math.min((rows + ROWS_PER_PARTITION - 1) / ROWS_PER_PARTITION, mostByDefault);
    return (int) number(NUM_PARTITIONS, byDefault, 1, rows);
  }

  /** The option {@code imageFormat}; default {@code image}. */
  public ImageFormat imageFormat() {
    String id = text(IMAGE_FORMAT).orElse(ImageFormat.IMAGE.id());
    return ImageFormat.find(id)
        .orElseThrow(() -> refuse(IMAGE_FORMAT, "one of " + String.join(", ", ImageFormat.ids())));
  }

  /**
   * Refuses an option that chooses among the files of a folder where the path names files itself.
   *
   * @param name of the option, which may be absent
   */
  public void requireFolderFor(String name) {
    if (text(name).isPresent()) {
      throw refuse(
          name,
          "no such option, because the path names files and no folder",
          "Give the path of the folder, or leave the option out.");
    }
  }

  /** The refusal of an option's value. */
  public InvalidInputException refuse(String name, String expected) {
    return refuse(name, expected, null);
  }

  /** The refusal of an option's value, with advice if there is any. */
  public InvalidInputException refuse(String name, String expected, String advice) {
    return refusal(
        String.format(
            Locale.ROOT, "option %s is \"%s\"; expected %s", name, options.get(name), expected),
        advice);
  }

  /** The refusal of options that are right one by one and not together. */
  public InvalidInputException refuseAll(String problem, String expected) {
    return refusal(problem + "; expected " + expected, null);
  }

  /** The words of a list: items separated by commas or plus signs; empty if it is not given. */
  public List<String> list(String name) {
    return text(name)
        .map(text -> Arrays.stream(text.split("[,+]", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** One of some words, or the default where the option is not given. */
  public String word(String name, String byDefault, List<String> words) {
    String word = text(name).orElse(byDefault);
    if (!words.contains(word)) {
      throw refuse(name, "one of " + String.join(", ", words));
    }
    return word;
  }

  /** Whether an option is {@code true}, in any case of letters; it may be {@code false}. */
  public boolean flag(String name, boolean byDefault) {
    String word = text(name).orElse(Boolean.toString(byDefault));
    if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
      throw refuse(name, "true or false");
    }
    return Boolean.parseBoolean(word);
  }

  private InvalidInputException refusal(String problem, String advice) {
    return InvalidInputException.of(problem, advice).in(source);
  }
}
