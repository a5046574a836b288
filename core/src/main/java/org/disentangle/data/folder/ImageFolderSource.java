// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.HashSet;
import java.util.Set;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.Sample;

/**
 * The Spark data source {@code imagefolder}: the PNG, JPEG, PGM and PPM files below a folder, at
 * any depth, in any file system Hadoop knows.
 *
 * <pre>{@code
 * Dataset<Row> files = spark.read().format("imagefolder").load("celeba");
 * Dataset<Row> faces =
 *     new ImagePreparation().setImageCol("content").setImageSize(32).transform(files);
 * }</pre>
 *
 * <p>Columns: {@code path} (string, the file with its file system) and {@code content} (binary, its
 * bytes), named as in Spark's {@code binaryFile}. Rows are sorted by path, whatever the number of
 * partitions. {@link FolderSource} also reads labels and factors. Files are read where {@code
 * content} is used; {@code org.disentangle.model.ImagePreparation} decodes them.
 *
 * <p>Read are files that end in .png, .jpg, .jpeg, .jpe, .jfif, .pgm, .ppm or .pnm, in upper or
 * lower case, and files without an ending whose first bytes are those of such a file; also those
 * whose names begin with {@code _}, which Spark's own sources hide, and files without bytes, of
 * which they make no row. Left out are hidden files and folders (names that begin with a dot) and
 * all other files; one warning for each kind says how many and names one. The path is a name and
 * not a pattern; that of a single file reads this file.
 *
 * <p>Options: {@code path}, usually given to {@code load}; {@code sample}, how many files are drawn
 * without replacement, default all; {@code seed} of the sample, default 42; {@code numPartitions},
 * by default one per 128 MB, but at least Spark's default parallelism.
 *
 * <p>{@code load()} refuses a path where nothing is and a folder without pictures, with a count of
 * what lies there, and local pictures and folders whose names are no text in the character set of
 * file names (not UTF-8, as a rule), as it refuses unknown options. The source cannot be written
 * to.
 */
public final class ImageFolderSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "imagefolder";

  /** Called by Spark. */
  public ImageFolderSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> names = new HashSet<>(Sample.OPTIONS);
    names.add(OptionReader.PATH);
    options.requireOnly(names);
    return new ImageFolder(FolderFiles.find(options, FileChoice.ALL));
  }
}
