// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.disentangle.data.DataFile;
import org.disentangle.error.InvalidInputException;

/**
 * A table with a line for each picture, joined by the picture's name. The first line may be the
 * number of lines; the next may name the columns, all or all but the first, which is then that of
 * the pictures' names.
 */
final class PictureTable {

  static final String OPTION = "table";

  private static final int LOOKED_AT = 100;

  private final DataFile file;
  private final PictureKeys keys;
  private final List<String[]> lines;
  private final String[] header;
  private final int key;

  private PictureTable(TableText text, PictureKeys keys) {
    this.file = text.file();
    this.keys = keys;
    List<String[]> all = text.lines();
    boolean counted = all.size() > 1 && all.get(0).length == 1 && all.get(1).length > 1;
    counted &= all.get(0)[0].matches("\\d+");
    List<String[]> rest = all.subList(counted ? 1 : 0, all.size());
    boolean shorter =
        text.blanks() && rest.size() > 1 && rest.get(0).length + 1 == rest.get(1).length;
    List<String[]> body = rest.subList(shorter || rest.size() > 1 ? 1 : 0, rest.size());
    boolean byStem =
        body.stream().limit(LOOKED_AT).flatMap(Arrays::stream).noneMatch(keys::namesPicture);
    Predicate<String> isKey = byStem ? keys::namesStem : keys::namesPicture;
    key = shorter ? 0 : keyColumn(body, isKey);
    if (shorter) {
      header = withFirst(rest.get(0));
      lines = body;
    } else if (rest.size() > 1 && !namesAny(rest.get(0), isKey)) {
      header = rest.get(0);
      lines = body;
    } else {
      lines = rest;
      header = unnamed(rest.get(0).length);
    }
    requireWhole(counted ? all.get(0)[0] : null, all.size() - lines.size());
  }

  private static boolean namesAny(String[] line, Predicate<String> isKey) {
    return Arrays.stream(line).anyMatch(isKey);
  }

  /**
   * Reads a table.
   *
   * @param path as it was given; where nothing is there, it is looked for in the folder
   */
  static PictureTable read(FolderFiles files, String path) {
    return new PictureTable(TableText.read(files, path), new PictureKeys(files));
  }

  private int keyColumn(List<String[]> body, Predicate<String> isKey) {
    int columns = body.get(0).length;
    int[] found =
        IntStream.range(0, columns)
            .map(
                column ->
                    (int)
                        body.stream()
                            .limit(LOOKED_AT)
                            .filter(line -> column < line.length && isKey.test(line[column]))
                            .count())
            .toArray();
    int most = Arrays.stream(found).max().orElse(0);
    if (most == 0) {
      throw file.refuse(
          "no column with names of pictures (its first line is '"
              + String.join(" ", body.get(0))
              + "')",
          "a table with the file name of a picture in each line",
          null);
    }
    return IntStream.range(0, columns)
        .filter(column -> found[column] == most)
        .findFirst()
        .orElse(0);
  }

  private static String[] withFirst(String[] names) {
    List<String> all = new ArrayList<>(List.of("file"));
    all.addAll(Arrays.asList(names));
    return all.toArray(String[]::new);
  }

  /** One column beside the names is what tables of labels look like. */
  private String[] unnamed(int columns) {
    String[] names = new String[columns];
    for (int i = 0, number = 1; i < columns; i++) {
      names[i] = i == key ? "file" : columns == 2 ? "label" : "column" + number++;
    }
    return names;
  }

  private void requireWhole(String count, int before) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length != header.length) {
        throw file.refuse(
            String.format(Locale.ROOT, "%d fields in line %d", lines.get(i).length, before + i + 1),
            String.format(Locale.ROOT, "%d fields in each line", header.length),
            null);
      }
    }
    if (count != null && !count.equals(String.valueOf(lines.size()))) {
      throw file.refuse(
          String.format(Locale.ROOT, "%d lines of pictures", lines.size()),
          String.format(Locale.ROOT, "%s, as the first line says", count),
          "Maybe a download broke off.",
          null);
    }
    for (int i = 0; i < header.length; i++) {
      String name = header[i];
      if (name.isBlank() && i != key) {
        throw file.refuse(
            String.format(Locale.ROOT, "no name of column %d", i + 1),
            "a name for each",
            "Name the column, or leave it out; pandas writes no numbers of rows with index=False.",
            null);
      }
      if (Arrays.stream(header).filter(name::equalsIgnoreCase).count() > 1) {
        throw file.refuse(
            "two columns with the name " + name, "every name once, in upper or lower case", null);
      }
    }
  }

  /**
   * What the table says about each picture.
   *
   * @throws InvalidInputException if a picture has no line or two, a name is that of several
   *     pictures, or a line has no value or, in a column of numbers, NaN or the like
   */
  Map<String, Known> columns(FolderFiles files) {
    int[] lineOf = lineOfFile(files);
    Map<String, Known> columns = new LinkedHashMap<>();
    for (int column = 0; column < header.length; column++) {
      if (column != key) {
        int at = column;
        lines.forEach(line -> requireValue(line, at));
        List<String> all = lines.stream().map(line -> line[at]).distinct().toList();
        requireNumbers(at, all);
        columns.put(
            header[column],
            new Known(Arrays.stream(lineOf).mapToObj(line -> lines.get(line)[at]).toList(), all));
      }
    }
    return columns;
  }

  /**
   * A column.
   *
   * @param ofFile each picture's value
   * @param all every value of the table
   */
  record Known(List<String> ofFile, List<String> all) {}

  private void requireValue(String[] line, int column) {
    if (line[column].isEmpty()) {
      throw file.refuse(
          String.format(Locale.ROOT, "no %s for %s", header[column], line[key]),
          "a value in each column of each line",
          null);
    }
  }

  /** One word such as NaN would make text of a column of numbers. */
  private void requireNumbers(int column, List<String> all) {
    List<String> words = all.stream().filter(value -> !LabelColumn.isNumber(value)).toList();
    boolean missing =
        words.size() < all.size()
            && !words.isEmpty()
            && words.stream().allMatch(LabelColumn::isMissing);
    if (missing) {
      List<String[]> others = lines.stream().filter(line -> words.contains(line[column])).toList();
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "%s %s for %s (%d of %d lines have no number)",
              header[column],
              others.get(0)[column],
              others.get(0)[key],
              others.size(),
              lines.size()),
          "numbers alone, as in the other lines",
          "Write numbers there, or leave out the column or these pictures and lines.",
          null);
    }
  }

  private int[] lineOfFile(FolderFiles files) {
    int[] lineOf = new int[files.paths().length];
    Arrays.fill(lineOf, -1);
    Map<String, Integer> seen = new HashMap<>();
    for (int line = 0; line < lines.size(); line++) {
      String name = lines.get(line)[key];
      if (seen.put(PictureKeys.normal(name), line) != null) {
        throw file.refuse("two lines for " + name, "one line for each picture", null);
      }
      try {
        int number = line;
        keys.file(name).ifPresent(found -> set(lineOf, found, number, name));
      } catch (PictureKeys.AmbiguousKey e) {
        throw file.refuse(
            name + ", the name of several pictures",
            "names that mean one picture each",
            "Write their paths below the folder.",
            null);
      }
    }
    long missing = Arrays.stream(lineOf).filter(line -> line < 0).count();
    if (missing > 0) {
      int first =
          IntStream.range(0, lineOf.length).filter(i -> lineOf[i] < 0).findFirst().orElse(0);
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "no line for %d of %d pictures, such as %s",
              missing,
              lineOf.length,
              files.below(first)),
          "a line for each picture",
          null);
    }
    return lineOf;
  }

  private void set(int[] lineOf, int picture, int line, String name) {
    if (lineOf[picture] >= 0) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "two lines for one picture, %s and %s",
              lines.get(lineOf[picture])[key],
              name),
          "one line for each picture",
          null);
    }
    lineOf[picture] = line;
  }
}
