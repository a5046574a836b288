package org.disentangle.examples.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;

/** Whether what is there already may be replaced. */
final class OutputOptions {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  @Option(names = "--overwrite", description = "Replace an output that exists.")
  private boolean overwrite;

  boolean overwrite() {
    return overwrite;
  }

  /**
   * Refuses a place that exists and may not be replaced, or that cannot be made; to be called
   * before any work.
   *
   * @param place a path of any file system Hadoop knows; null for an output nobody asked for
   */
  void require(Object place) {
    if (place == null) {
      return;
    }
    requireFolderAbove(place);
    try {
      Path path = new Path(place.toString());
      if (!overwrite && path.getFileSystem(new Configuration()).exists(path)) {
        throw ERRORS.file(
            place,
            "something there already",
            "a place where nothing is",
            "it should be replaced: then add --overwrite.",
            null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a place below something that is not a folder. */
  static void requireFolderAbove(Object place) {
    Path path = new Path(place.toString());
    try {
      FileSystem files = path.getFileSystem(new Configuration());
      for (Path above = files.makeQualified(path).getParent();
          above != null;
          above = above.getParent()) {
        Optional<FileStatus> found = status(files, above);
        if (found.isPresent()) {
          if (!found.get().isDirectory()) {
            throw ERRORS.file(
                place,
                String.format(
                    Locale.ROOT, "the file %s where a folder would be", above.toUri().getPath()),
                "a place below folders",
                "the path has a slash too many.",
                null);
          }
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<FileStatus> status(FileSystem files, Path path) throws IOException {
    try {
      return Optional.of(files.getFileStatus(path));
    } catch (FileNotFoundException | ParentNotDirectoryException e) {
      return Optional.empty();
    }
  }
}
