package org.disentangle.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.file.FolderContent;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.InvalidInputException;

/**
 * The folder of a labelled data set on any file system that Hadoop knows. Rows lie in it directly;
 * all else has a name with an underscore, which Spark skips.
 */
final class SetFolder {

  /** What the set is; written before the first row. */
  static final String SET = "_set.json";

  /** The data card; the JSON is written last and so marks a finished set. */
  static final String CARD_JSON = "_card/card.json";

  /** The data card for people. */
  static final String CARD_TEXT = "_card/CARD.md";

  /** What every saved stage has. */
  private static final String STAGE_MARK = "metadata/part-00000";

  /** Folder of files that are not whole yet. */
  static final String HALF_WRITTEN = "_temporary";

  private static final InputErrors ERRORS = new InputErrors("LabelledDataSet");

  private final Place place;
  private final Path folder;
  private final FileSystem files;

  SetFolder(String path, Configuration hadoop) {
    place = Place.of(ERRORS, "path", path, hadoop);
    folder = new Path(path);
    try {
      files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return folder.toString();
  }

  /** The path that means this folder in any working directory. */
  String qualifiedPath() {
    return files.makeQualified(folder).toString();
  }

  /** Refuses a folder that has anything but tables in it, such as a model's own. */
  void requireReplaceable() {
    if (place.exists()) {
      FolderContent.TABLE.requireReplaceable(ERRORS, "path", place);
    }
  }

  /** Refuses a place in a saved stage, which is lost with it or mistaken for a part of it. */
  void requireOutsideStages() {
    for (Optional<Place> at = Optional.of(place.real()); at.isPresent(); at = at.get().parent()) {
      if (at.get().child(STAGE_MARK).exists()) {
        throw ERRORS.parameter(
            "path",
            place,
            String.format(Locale.ROOT, "a place that is not in the saved stage %s", at.get()),
            "a folder beside the model is meant.");
      }
    }
  }

  boolean exists() {
    try {
      return files.exists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names in the folder that Spark would read. */
  Set<String> rowFiles() {
    try {
      Set<String> names = new TreeSet<>();
      if (files.exists(folder)) {
        for (FileStatus file : files.listStatus(folder)) {
          String name = file.getPath().getName();
          if (!name.startsWith("_") && !name.startsWith(".")) {
            names.add(name);
          }
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isFinished() {
    return text(CARD_JSON).isPresent();
  }

  /** The text of a file; empty if it is not there. */
  Optional<String> text(String name) {
    Path file = new Path(folder, name);
    try {
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(file)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a JSON file holds; empty if it is not there.
   *
   * @throws org.disentangle.stage.InvalidInputException if it holds something else
   */
  <T> Optional<T> json(String name, Class<T> type) {
    return text(name)
        .map(
            json -> {
              try {
                return JsonText.read(json, type);
              } catch (IllegalArgumentException e) {
                throw damaged(name, "text that is not the JSON of the set", e);
              }
            });
  }

  /** The refusal of a file that is not as it was written. */
  InvalidInputException damaged(String name, String found, IllegalArgumentException cause) {
    return ERRORS.file(
        new Path(folder, name),
        found,
        "the file as it was written",
        "it was damaged or edited: delete it, then resuming writes it anew.",
        cause);
  }

  /** Writes a text file that appears whole or not at all, in place of any that is there. */
  void write(String name, String text) {
    Path file = new Path(folder, name);
    Path aside = new Path(file.getParent(), "_" + file.getName() + ".part");
    try {
      try (OutputStream out = files.create(aside, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      files.delete(file, false);
      if (!files.rename(aside, file)) {
        throw new IOException(
            String.format(Locale.ROOT, "%s could not be moved to %s", aside, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what a job that died left half-written. */
  void clearHalfWritten() {
    delete(new Path(folder, HALF_WRITTEN));
  }

  void delete() {
    delete(folder);
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
