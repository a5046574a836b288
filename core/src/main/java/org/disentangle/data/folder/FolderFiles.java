// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.data.OptionReader;
import org.disentangle.data.Sample;
import org.disentangle.error.FirstFew;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture files of a folder, and which of them are drawn.
 *
 * @param source name of the data source, for messages
 * @param root the folder, or the one file, with its file system
 * @param paths of all files, with their file systems; not copied
 * @param sample which of them
 * @param configuration of Hadoop
 */
record FolderFiles(
    String source,
    String root,
    String[] paths,
    Sample sample,
    SerializableConfiguration configuration)
    implements Serializable {

  private static final Logger LOG = LoggerFactory.getLogger(ImageFolderSource.class);
  private static final long BYTES_PER_PARTITION = 128L << 20;

  /** Looks through the folder of the option {@code path}; warns of what is left out. */
  static FolderFiles find(OptionReader options, FileChoice choice) {
    SparkSession session = SparkSession.active();
    SerializableConfiguration configuration =
        new SerializableConfiguration(session.sessionState().newHadoopConf());
    String source = options.source();
    InputErrors errors = new InputErrors(source);
    QualifiedPath place = QualifiedPath.of(errors, options.path(), configuration.value());
    FolderListing listing = listing(errors, options.path(), place, choice);
    List<FileStatus> files = listing.pictures();
    listing.leftOut().forEach(kind -> LOG.warn("{}: left out {}", source, kind));
    long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
    int byDefault =
        (int)
            Math.max(
                session.sparkContext().defaultParallelism(),
                Math.min(files.size(), bytes / BYTES_PER_PARTITION));
    Sample sample = Sample.parse(options, files.size(), 1);
    boolean given = options.text(OptionReader.NUM_PARTITIONS).isPresent();
    int partitions = given ? sample.numPartitions() : Math.min(byDefault, sample.rows());
    return new FolderFiles(
        source,
        listing.root().toString(),
        files.stream().map(file -> file.getPath().toString()).toArray(String[]::new),
        new Sample(sample.pool(), sample.rows(), sample.seed(), partitions),
        configuration);
  }

  private static FolderListing listing(
      InputErrors errors, String path, QualifiedPath place, FileChoice choice) {
    place.requireListable(errors, null);
    FolderListing listing;
    try {
      if (!place.exists(errors, null)) {
        throw errors.file(
            path,
            "nothing",
            "a folder of " + FolderListing.KINDS,
            path.matches(".*[*?{\\[].*")
                ? "Patterns are not read: name the folder, which is read to any depth."
                : null,
            null);
      }
      listing = FolderListing.of(place.files(), place.files().getFileStatus(place.path()), choice);
    } catch (IOException e) {
      throw errors.file(
          path,
          "an error of the file system (" + e.getMessage() + ")",
          "a folder that can be read",
          e);
    }
    if (!listing.unwritable().isEmpty()) {
      throw errors.file(
          path,
          "names that are no text here: " + FirstFew.of(listing.unwritable()),
          "names of pictures and folders in the character set of file names, UTF-8 if the locale"
              + " says nothing else",
          "Rename them, as convmv -f latin1 -t utf8 --notest -r does.",
          null);
    }
    if (listing.pictures().isEmpty()) {
      throw errors.file(
          path,
          listing.content(),
          FolderListing.KINDS + choice.words(),
          "Name another folder, or convert the images first.",
          null);
    }
    return listing;
  }

  /** The path of a file below the folder, with slashes; of a single file its name. */
  String below(int file) {
    String path = paths[file];
    return path.equals(root)
        ? new Path(path).getName()
        : path.substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }

  /** The content of a file. */
  byte[] bytes(int file) {
    try (FSDataInputStream stream =
        QualifiedPath.open(new Path(paths[file]), configuration.value())) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new InputErrors(source)
          .file(
              paths[file],
              "a file that cannot be read (" + e.getMessage() + ")",
              "the picture that was there when the folder was looked through",
              e);
    }
  }
}
