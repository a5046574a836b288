// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.celeba;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.error.InvalidInputException;

/**
 * A text table of whole numbers per image: separated by blanks, with or without the number of rows
 * in the first line and the names of the columns in the next; or separated by commas, with names.
 *
 * @param file where it is
 * @param names of its columns, without that of the image; empty if it has none
 * @param rows the numbers of each image
 */
record CelebATable(DataFile file, List<String> names, Map<String, int[]> rows) {

  /** The table of this name in a folder, its folders Anno and Eval, as text or CSV. */
  static Optional<CelebATable> find(DataFolder folder, String name, int width) {
    for (String place : List.of("", "Anno", "Eval")) {
      Optional<DataFolder> there = place.isEmpty() ? Optional.of(folder) : folder.folder(place);
      for (String ending : List.of(".txt", ".csv")) {
        if (there.isPresent() && there.get().has(name + ending)) {
          return Optional.of(read(there.get().file(name + ending), width));
        }
      }
    }
    return Optional.empty();
  }

  private static CelebATable read(DataFile file, int width) {
    List<String> lines = DataFolder.lines(file);
    int at = 0;
    int count = -1;
    if (lines.get(0).matches("\\d{1,9}")) {
      count = Integer.parseInt(lines.get(0));
      at++;
    }
    List<String> names = List.of();
    if (at < lines.size() && !isFile(words(lines.get(at)).get(0))) {
      names = words(lines.get(at++));
      names = names.get(0).equals("image_id") ? names.subList(1, names.size()) : names;
      if (names.size() != width) {
        throw file.refuse(
            names.size() + " names of columns in line " + at, String.valueOf(width), null);
      }
    }
    Map<String, int[]> rows = new HashMap<>();
    for (; at < lines.size(); at++) {
      List<String> words = words(lines.get(at));
      if (words.size() != width + 1 || !isFile(words.get(0))) {
        throw wrong(file, at, lines.get(at), width);
      }
      try {
        int[] numbers = words.stream().skip(1).mapToInt(Integer::parseInt).toArray();
        if (rows.put(words.get(0), numbers) != null) {
          throw file.refuse(
              words.get(0) + " again in line " + (at + 1), "one line per image", null);
        }
      } catch (NumberFormatException e) {
        throw wrong(file, at, lines.get(at), width);
      }
    }
    if (count >= 0 && count != rows.size()) {
      throw file.refuse(
          rows.size() + " lines of images",
          count + ", as its first line says",
          "Download the file again.",
          null);
    }
    return new CelebATable(file, List.copyOf(names), rows);
  }

  private static InvalidInputException wrong(DataFile file, int line, String text, int width) {
    return file.refuse(
        String.format(
            Locale.ROOT,
            "line %d that is '%s'",
            line + 1,
            text.length() > 60 ? text.substring(0, 60) + "..." : text),
        String.format(Locale.ROOT, "the name of an image and %d whole numbers", width),
        null);
  }

  private static boolean isFile(String word) {
    return word.toLowerCase(Locale.ROOT).matches(".+\\.(jpg|jpeg|png)");
  }

  /** The fields of a line; those between commas may stand in quotes. */
  private static List<String> words(String line) {
    return line.contains(",")
        ? Arrays.stream(line.split(",", -1)).map(CelebATable::unquoted).toList()
        : List.of(line.strip().split("\\s+"));
  }

  private static String unquoted(String field) {
    return field.strip().replaceAll("^\"(.*)\"$", "$1").strip();
  }

  /** One column for images, all of which need a line. */
  int[] column(List<String> images, int place) {
    List<Integer> column = new ArrayList<>();
    for (String image : images) {
      int[] row = rows.get(image);
      if (row == null) {
        row = rows.get(image.replaceAll("\\.png$", ".jpg"));
      }
      if (row == null) {
        throw file.refuse("no line for the image " + image, "a line for every image", null);
      }
      column.add(row[place]);
    }
    return column.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A column of -1 and 1; any other number is refused. */
  int[] signs(List<String> images, int place) {
    return column(images, place, number -> Math.abs(number) == 1, "-1 or 1");
  }

  /** Refuses a number of a column outside of bounds. */
  int[] column(List<String> images, int place, int least, int most) {
    return column(
        images,
        place,
        number -> number >= least && number <= most,
        String.format(Locale.ROOT, "%d to %d", least, most));
  }

  private int[] column(List<String> images, int place, IntPredicate allowed, String expected) {
    int[] column = column(images, place);
    for (int i = 0; i < column.length; i++) {
      if (!allowed.test(column[i])) {
        throw file.refuse(
            String.format(Locale.ROOT, "the number %d for the image %s", column[i], images.get(i)),
            expected,
            null);
      }
    }
    return column;
  }
}
