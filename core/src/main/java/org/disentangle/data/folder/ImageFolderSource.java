// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.Sample;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Spark data source {@code imagefolder}: the PNG and JPEG files below a folder, at any depth,
 * in any file system Hadoop knows.
 *
 * <pre>{@code
 * Dataset<Row> files = spark.read().format("imagefolder").load("celeba");
 * Dataset<Row> faces =
 *     new ImagePreparation().setImageCol("content").setImageSize(32).transform(files);
 * }</pre>
 *
 * <p>Columns: {@code path} (string, the file with its file system) and {@code content} (binary, its
 * bytes), named as in Spark's {@code binaryFile}. Rows are sorted by path, whatever the number of
 * partitions. Files are read where {@code content} is used; {@code
 * org.disentangle.model.ImagePreparation} decodes them.
 *
 * <p>Read are files that end in .png, .jpg, .jpeg, .jpe or .jfif, in upper or lower case, and files
 * without an ending whose first bytes are those of such a file; also those whose names begin with
 * {@code _}, which Spark's own sources hide, and files without bytes, of which they make no row.
 * Left out are hidden files and folders (names that begin with a dot) and all other files; one
 * warning for each kind says how many and names one. The path is a name and not a pattern; that of
 * a single file reads this file.
 *
 * <p>Options: {@code path}, usually given to {@code load}; {@code sample}, how many files are drawn
 * without replacement, default all; {@code seed} of the sample, default 42; {@code numPartitions},
 * by default one per 128 MB, but at least Spark's default parallelism.
 *
 * <p>{@code load()} refuses a path where nothing is and a folder without pictures, with a count of
 * what lies there, as it refuses unknown options. The source cannot be written to.
 */
public final class ImageFolderSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "imagefolder";

  private static final Logger LOG = LoggerFactory.getLogger(ImageFolderSource.class);
  private static final long BYTES_PER_PARTITION = 128L << 20;
  private static final InputErrors ERRORS = new InputErrors(NAME);

  /** Called by Spark. */
  public ImageFolderSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> names = new HashSet<>(Sample.OPTIONS);
    names.add(OptionReader.PATH);
    options.requireOnly(names);
    SparkSession session = SparkSession.active();
    SerializableConfiguration configuration =
        new SerializableConfiguration(session.sessionState().newHadoopConf());
    FolderListing listing = listing(options.path(), configuration);
    List<FileStatus> files = listing.pictures();
    listing.leftOut().forEach(kind -> LOG.warn("{}: left out {}", NAME, kind));
    long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
    int byDefault =
        (int)
            Math.max(
                session.sparkContext().defaultParallelism(),
                Math.min(files.size(), bytes / BYTES_PER_PARTITION));
    Sample sample = Sample.parse(options, files.size(), 1);
    boolean given = options.text("numPartitions").isPresent();
    int partitions = given ? sample.numPartitions() : Math.min(byDefault, sample.rows());
    return new ImageFolder(
        files.stream().map(file -> file.getPath().toString()).toArray(String[]::new),
        new Sample(sample.pool(), sample.rows(), sample.seed(), partitions),
        configuration);
  }

  private static FolderListing listing(String path, SerializableConfiguration configuration) {
    QualifiedPath place = QualifiedPath.of(ERRORS, path, configuration.value());
    place.requireListable(ERRORS, null);
    FolderListing listing;
    try {
      if (!place.exists(ERRORS, null)) {
        throw ERRORS.file(
            path,
            "nothing",
            "a folder of PNG or JPEG files",
            path.matches(".*[*?{\\[].*")
                ? "Patterns are not read: name the folder, which is read to any depth."
                : null,
            null);
      }
      listing = FolderListing.of(place.files(), place.files().getFileStatus(place.path()));
    } catch (IOException e) {
      throw ERRORS.file(
          path,
          "an error of the file system (" + e.getMessage() + ")",
          "a folder that can be read",
          e);
    }
    if (listing.pictures().isEmpty()) {
      throw ERRORS.file(
          path,
          listing.content(),
          "PNG or JPEG files, at any depth",
          "Name another folder, or convert the images first.",
          null);
    }
    return listing;
  }
}
