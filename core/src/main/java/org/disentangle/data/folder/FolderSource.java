// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.HashSet;
import java.util.Set;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.Sample;

/**
 * The Spark data source {@code folder}: the PNG, JPEG, PGM and PPM files below a folder, in any
 * file system Hadoop knows, with what their paths or a table say about them.
 *
 * <pre>{@code
 * spark.read().format("folder").option("labels", "folder").load("images_background");
 * spark.read().format("folder")
 *     .option("pattern", "(?<model>\\w+)/renders/image_\\d+_p(?<elevation>\\d+)_t(?<azimuth>\\d+)")
 *     .load("rendered_chairs");
 * spark.read().format("folder").option("table", "attributes.csv").load("faces");
 * }</pre>
 *
 * <p>Columns, in this order: {@code image}; {@code path} (string, the file with its file system);
 * where an option gives them {@code label} and {@code factor_*} (int, the index of a value among
 * all values, nominal ML attribute with their names) and {@code value_*} (double, numeric ML
 * attribute). Values are sorted: as numbers if all of them are, else as text. Rows are sorted by
 * path, whatever the number of partitions. Which files are pictures, and what is said about the
 * others, is as in {@link ImageFolderSource}.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder, usually given to {@code load}; no default.
 *   <li>{@code recursive}: whether folders in it are looked into; default true.
 *   <li>{@code glob}: which files are taken, such as {@code *.png}; compared with the path below
 *       the folder if it has a slash, else with the file's name; default all. <code>*</code> does
 *       not match a slash, {@code **} does.
 *   <li>{@code labels}: {@code folder} makes the column {@code label} of the path of the folder
 *       that a picture is in, below the folder that is read; by default there is no such column.
 *   <li>{@code pattern}: a regular expression that is looked for in the path below the folder. Each
 *       of its named groups makes a column {@code factor_NAME} and, where all its values are
 *       numbers, {@code value_NAME}. Names may have underscores, and groups be written as in
 *       Python.
 *   <li>{@code table}: a text file with a line for each picture, looked for in the folder if it is
 *       not there otherwise. Fields are between commas, semicolons, tabs or blanks. The first line
 *       may be the number of the others, the next the names of the columns; tables without names
 *       have a column {@code label}, or {@code column1} and so on. The column that holds names of
 *       pictures (paths below the folder, names of files, or either without its ending) joins them.
 *       Of the others {@code label} makes the column {@code label}, text {@code factor_NAME}, whole
 *       numbers {@code factor_NAME} and, where all are below 2<sup>53</sup>, {@code value_NAME},
 *       other numbers {@code value_NAME}. A word for a missing number, such as NaN, is refused in a
 *       column of numbers, as an empty field is in any. Lines of pictures that are not there are
 *       passed over; their values count as values, so that indices are the same in every part of a
 *       data set.
 *   <li>{@code imageFormat}: {@code image}; {@code png}, the bytes of the files as they are; {@code
 *       array} or {@code vector}, for pictures of one shape; default {@code image}.
 *   <li>{@code sample}, {@code seed}, {@code numPartitions}: as in {@link ImageFolderSource}.
 * </ul>
 *
 * <p>{@code load()} refuses, with an {@link IllegalArgumentException} that names file, found and
 * expected: what {@link ImageFolderSource} refuses; a file that the pattern is not found in; with
 * {@code labels} a picture in no folder; a table with lines of different lengths, with a count that
 * is not that of its lines, without a line for a picture, or with two. The source cannot be written
 * to.
 */
public final class FolderSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "folder";

  /** The options beside those of every source. */
  public static final Set<String> OPTIONS =
      Set.of(
          FileChoice.RECURSIVE,
          FileChoice.GLOB,
          FolderLabels.LABELS,
          PathPattern.OPTION,
          PictureTable.OPTION);

  /** Called by Spark. */
  public FolderSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> names = new HashSet<>(Sample.OPTIONS);
    names.addAll(OPTIONS);
    names.add(OptionReader.PATH);
    names.add(OptionReader.IMAGE_FORMAT);
    options.requireOnly(names);
    FileChoice choice = FileChoice.parse(options);
    FolderFiles files = FolderFiles.find(options, choice);
    return FolderImages.of(files, options.imageFormat(), FolderLabels.of(options, files));
  }
}
