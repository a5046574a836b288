// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.SeparatePlaces;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;

/**
 * The places that a command reads and writes, looked at together before any work: outputs lie apart
 * from inputs and from each other, and nothing is replaced that may not be.
 */
public final class Outputs {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /** What commands call the folders they save in others. */
  private static final Map<String, FolderContent> WHOLE =
      Map.of(
          "model|model-.+|selection", FolderContent.STAGE,
          "generated", FolderContent.TABLE);

  /** Names that people give to files which are no Parquet. */
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "(?i).+\\.((csv|tsv|txt|jsonl?)(\\.gz)?|npz|npy|h5|hdf5|orc|avro|xlsx|zip|png|jpe?g)");

  private final SeparatePlaces places = new SeparatePlaces(ERRORS);
  private final List<Runnable> checks = new ArrayList<>();
  private final Configuration hadoop;
  private final boolean overwrite;

  /**
   * @param overwrite whether outputs of an earlier run may be replaced
   */
  Outputs(Configuration hadoop, boolean overwrite) {
    this.hadoop = hadoop;
    this.overwrite = overwrite;
  }

  /**
   * A path that is read, or a pattern of such; null for one that was not given. Models of the class
   * path lie apart from all outputs.
   */
  public Outputs reads(String option, String path) {
    if (path != null && !PretrainedModels.isName(path)) {
      Place.of(ERRORS, option, path, hadoop)
          .matches()
          .forEach(place -> places.input(option, place));
    }
    return this;
  }

  /** All files that the images come from. */
  public Outputs reads(DataSpec data) {
    if (data != null) {
      data.files().forEach(file -> reads("--data", file));
    }
    return this;
  }

  /** A file; null for one that nobody asked for. */
  public Place file(String option, String path) {
    return add(
        option,
        path,
        place -> {
          requireFree(place);
          if (place.isFolder()) {
            throw ERRORS.parameter(
                option, place, "a file, and found a folder", "Name a file in it.");
          }
        });
  }

  /** A folder of results, whose saved stages and tables are replaced as a whole. */
  public Place results(String option, String path) {
    Place folder = folder(option, path, FolderContent.RESULTS);
    checks.add(() -> requireParts(option, folder));
    return folder;
  }

  /** Each part that is replaced as a whole holds nothing else, at any depth. */
  private static void requireParts(String option, Place folder) {
    for (String name : folder.names()) {
      Place part = folder.child(name);
      Optional<FolderContent> whole =
          WHOLE.entrySet().stream()
              .filter(content -> name.matches(content.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      if (whole.isPresent()) {
        whole.get().requireReplaceable(ERRORS, option, part);
      } else if (part.isFolder()) {
        requireParts(option, part);
      }
    }
  }

  /** A folder that takes the place of an earlier one, or whose files take that of its files. */
  public Place folder(String option, String path, FolderContent content) {
    return add(
        option,
        path,
        place -> {
          requireFree(place);
          requireNoFile(option, place);
          if (overwrite && place.exists()) {
            content.requireReplaceable(ERRORS, option, place);
          }
        });
  }

  /** A folder of Parquet files, which takes the place of an earlier one. */
  public Place table(String option, String path) {
    Place folder = folder(option, path, FolderContent.TABLE);
    checks.add(() -> requireTableName(option, folder));
    return folder;
  }

  /** A folder of Parquet files whose content the command looks after itself. */
  public Place keptTable(String option, String path) {
    return add(option, path, place -> requireTableName(option, place));
  }

  /** A folder whose content the command looks after itself. */
  public Place kept(String option, String path) {
    return add(option, path, place -> {});
  }

  /** A table is a folder of Parquet files, and is not to be called a file of another kind. */
  private static void requireTableName(String option, Place place) {
    if (OTHER_KIND.matcher(place.path().getName()).matches()) {
      throw ERRORS.parameter(
          option,
          place,
          "the name of a folder of Parquet files, which this command writes",
          "Call it NAME.parquet; spark.read().parquet(...).write() turns it into other formats.");
    }
  }

  private Place add(String option, String path, Consumer<Place> check) {
    if (path == null) {
      return null;
    }
    Place place = Place.of(ERRORS, option, path, hadoop);
    places.output(option, place);
    checks.add(() -> check.accept(place));
    return place;
  }

  /**
   * Refuses what cannot be written, or not without a loss.
   *
   * @throws org.disentangle.error.InvalidInputException naming the option
   */
  public void require() {
    places.require();
    checks.forEach(Runnable::run);
  }

  private void requireFree(Place place) {
    if (!overwrite && place.exists()) {
      throw ERRORS.file(
          place,
          "something there already",
          "a place where nothing is",
          "Replace it with --overwrite.",
          null);
    }
  }

  private static void requireNoFile(String option, Place place) {
    if (place.exists() && !place.isFolder()) {
      throw ERRORS.parameter(
          option, place, "a folder, and found a file", "Choose another name, or delete the file.");
    }
  }
}
