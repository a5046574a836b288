// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/**
 * What a folder has that this library writes. Where an output takes the place of a folder, the old
 * one goes with all in it, so one that holds anything else is somebody's own and stays.
 */
public enum FolderContent {
  /** Rows as Parquet. */
  TABLE(".*\\.parquet"),
  /** A stage as it is saved. */
  STAGE(
      "metadata|history|models|stages|estimators?|evaluator|[A-Z][A-Za-z]*\\.zip|[a-z]+\\.zip|[A-Za-z]+\\.json"),
  /** Folders of pictures, one per class. */
  CLASSES(".+_\\d+_.+"),
  /** A model as ONNX. */
  ONNX("generator\\.onnx|encoder\\.onnx|README\\.md"),

  /** The page about a training, and what it is made of. */
  REPORT("report\\.html|losses\\.png|metrics\\.png|history\\.csv"),

  /** Pictures. */
  PICTURES(".+\\.png"),

  /** A trained model of several, and what it is trained with. */
  RUN("training\\.json|model"),

  /** Models and generated images with what was measured of them. */
  RESULTS(
      "model|model-.+|selection|generated|generated-card|beta-tcvae|(traversal|losses|metrics|matrix)\\.png"
          + "|(metrics|ranking|scores)\\.json|report\\.html");

  /** What Spark, Hadoop and this library leave beside their files. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "_SUCCESS|_temporary|_(common_)?metadata|_set\\.json|_card|_.+\\.part"
              + "|\\..+\\.(crc|part)|\\.DS_Store");

  private final Pattern names;

  FolderContent(String names) {
    this.names = Pattern.compile(names);
  }

  /**
   * Refuses a file, a folder that holds something else, and those that nobody means to replace: the
   * root, the working directory, the home directory, and what holds these.
   *
   * @param name of the option or parameter
   * @throws InvalidInputException if it may not be replaced
   */
  public void requireReplaceable(InputErrors errors, String name, Place place) {
    if (place.path().getParent() == null || holdsUser(place)) {
      throw errors.parameter(
          name,
          place,
          "a folder that may be replaced, which is not the root, home or working directory or one above it",
          "Name a folder in it.");
    }
    if (place.exists() && !place.isFolder()) {
      throw errors.parameter(
          name, place, "a folder, and found a file", "Choose another name, or delete the file.");
    }
    foreign(place)
        .ifPresent(
            file -> {
              throw errors.parameter(
                  name,
                  String.format(Locale.ROOT, "%s, which holds %s", place, file),
                  "a folder to replace that has nothing but an earlier result in it",
                  "Name another folder; if everything in it may go, delete it first.");
            });
  }

  private Optional<String> foreign(Place place) {
    return place.names().stream()
        .filter(file -> !BESIDE.matcher(file).matches() && !names.matcher(file).matches())
        .findFirst();
  }

  private static boolean holdsUser(Place place) {
    return List.of(System.getProperty("user.dir"), System.getProperty("user.home")).stream()
        .map(folder -> Place.of(Path.of(folder)))
        .anyMatch(folder -> SeparatePlaces.isOrHolds(place, folder));
  }
}
