// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;

/**
 * Saves a stage: first its data, if it has any, then its metadata, so that a folder with metadata
 * is complete. Where folders can be moved at once (the local disk, HDFS) they lie in a hidden
 * folder beside the path until then, so that a program that dies leaves nothing half-written at the
 * path, and what is replaced goes when its successor is whole. Metadata are one line of JSON, as
 * Spark writes it, with class, uid and the values and defaults of all Params. An existing path is
 * refused unless {@code overwrite()} was called, which replaces a saved stage and nothing else: not
 * the data that a stage was trained with.
 */
public final class StageWriter extends MLWriter {

  /** Writes what a stage has besides Params. */
  @FunctionalInterface
  public interface Data {
    void write(StageFiles files) throws IOException;
  }

  private final Params stage;
  private final Data data;

  public StageWriter(Params stage, Data data) {
    this.stage = stage;
    this.data = data;
  }

  /**
   * @throws InvalidInputException if the text is no path, nothing can be written there, or what is
   *     to be replaced is no saved stage
   * @throws IOException if something is there already
   */
  @Override
  public void save(String path) throws IOException {
    InputErrors errors = InputErrors.of(stage);
    errors.path(path);
    StageFiles files = StageFiles.of(errors, path, sparkSession());
    if (shouldOverwrite()) {
      requireReplaceable(errors, path);
    }
    files.folder().requireWritable(errors, null);
    Place place = place(errors, path);
    if ((shouldOverwrite() || !place.exists()) && canLieBeside(place, errors)) {
      WholeFile.writeFolder(place, shouldOverwrite(), folder -> saveImpl(folder.path().toString()));
    } else {
      super.save(path);
    }
  }

  /** Not beside an empty folder, which may be a disk of its own that somebody mounted there. */
  private static boolean canLieBeside(Place place, InputErrors errors) {
    if (!place.movesAtOnce() || (place.isFolder() && place.names().isEmpty())) {
      return false;
    }
    try {
      place.parent().orElseThrow().requireWritable(errors, null);
      return true;
    } catch (InvalidInputException readOnly) {
      return false;
    }
  }

  private Place place(InputErrors errors, String path) {
    return Place.of(errors, "path", path, sparkSession().sessionState().newHadoopConf());
  }

  private void requireReplaceable(InputErrors errors, String path) {
    Place place = place(errors, path);
    if (!StageMetadata.isIn(place)) {
      FolderContent.STAGE.requireReplaceable(errors, "path", place);
    }
  }

  @Override
  public void saveImpl(String path) {
    StageFiles files = StageFiles.of(InputErrors.of(stage), path, sparkSession());
    try {
      data.write(files);
      StageMetadata.of(stage, sparkSession().version()).write(files);
    } catch (IOException e) {
      throw notSaved(path, e);
    } catch (FSError e) { // what Hadoop throws where a local disk is full
      throw notSaved(path, new IOException(e.getMessage(), e));
    }
  }

  private UncheckedIOException notSaved(String path, IOException cause) {
    return new UncheckedIOException(
        String.format(Locale.ROOT, "Cannot save %s to %s", stage.uid(), path), cause);
  }

  /**
   * Whether a stage can be saved with the libraries on the class path: found out before hours of
   * training, not after them.
   */
  public static final class SavingCheck {

    private SavingCheck() {}

    /**
     * Makes the metadata that saving would write.
     *
     * @throws IllegalStateException if the class path has libraries that do not go together; names
     *     their versions
     */
    public static void check(Params stage) {
      check(stage.uid(), () -> StageMetadata.of(stage, "").text());
    }

    /** What writes metadata. */
    interface Text {
      String text() throws JsonProcessingException;
    }

    static void check(String stage, Text metadata) {
      try {
        metadata.text();
      } catch (LinkageError e) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s: the class path has jackson-core %s and jackson-databind %s, which cannot write a stage's metadata"
                    + " (%s); expected one version of both.%nAdd the dependency"
                    + " com.fasterxml.jackson.core:jackson-core in the version of jackson-databind.",
                stage,
                version("core.json"),
                version("databind.cfg"),
                e.getMessage()),
            e);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(stage + ": its metadata cannot be written", e);
      }
    }

    /** Of a part of Jackson, even where the two do not go together. */
    private static String version(String part) {
      try {
        return Class.forName("com.fasterxml.jackson." + part + ".PackageVersion")
            .getField("VERSION")
            .get(null)
            .toString();
      } catch (ReflectiveOperationException | LinkageError e) {
        return "of unknown version";
      }
    }
  }
}
