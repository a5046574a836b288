package org.disentangle.examples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
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
   * Refuses a place that exists and may not be replaced; to be called before any work.
   *
   * @param place a path of any file system Hadoop knows; null for an output nobody asked for
   */
  void require(Object place) {
    if (place == null || overwrite) {
      return;
    }
    try {
      Path path = new Path(place.toString());
      if (path.getFileSystem(new Configuration()).exists(path)) {
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
}
