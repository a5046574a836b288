// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.FolderContent;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.stage.StoredStage;

/**
 * The folder of a labelled data set on any file system that Hadoop knows. Rows lie in it directly,
 * and nothing else once the set is finished: readers of folders, such as Hugging Face's and polars,
 * take every file in them for data. What describes the set lies in a folder beside it. Sets of
 * earlier versions have it in the folder of the rows, with underscores, and are moved over when
 * they are resumed.
 */
final class SetFolder {

  /** What the set is; written before the first row. */
  static final String SET = "set.json";

  /** The data card; the JSON is written last and so marks a finished set. */
  static final String CARD_JSON = "card.json";

  /** The data card for people. */
  static final String CARD_TEXT = "CARD.md";

  /** The data card as Hugging Face's hub shows it; of sets for other programs. */
  static final String DATASET_CARD = "README.md";

  /** Where earlier versions wrote these, in the folder of the rows. */
  private static final Map<String, String> BEFORE =
      Map.of(SET, "_set.json", CARD_JSON, "_card/card.json", CARD_TEXT, "_card/CARD.md");

  /** Folder of files that are not whole yet. */
  static final String HALF_WRITTEN = "_temporary";

  private static final InputErrors ERRORS = new InputErrors("LabelledDataSet");

  private final Place place;
  private final Path folder;
  private final Path card;
  private final FileSystem files;

  SetFolder(String path, Configuration hadoop) {
    this(Place.of(ERRORS, "path", path, hadoop), new Path(path));
  }

  private SetFolder(Place place, Path folder) {
    this.place = place;
    this.folder = folder;
    card = card(place).path();
    files = place.files();
  }

  /** Where a set lies, until it is whole, that is to take the place of this one. */
  SetFolder successor() {
    Place beside = place.part();
    return new SetFolder(beside, beside.path());
  }

  /** Whether there can be one: where moving copies, it would be written twice. */
  boolean mayHaveSuccessor() {
    return place.movesAtOnce();
  }

  /** The folder that describes a set. */
  static Place card(Place set) {
    return set.beside("-card");
  }

  /** Where a description lies, or is to lie. */
  private Path described(String name) throws IOException {
    Path old = new Path(folder, BEFORE.getOrDefault(name, HALF_WRITTEN));
    Path now = new Path(card, name);
    return BEFORE.containsKey(name) && !files.exists(now) && files.exists(old) ? old : now;
  }

  String path() {
    return folder.toString();
  }

  /** The path that means this folder in any working directory. */
  String qualifiedPath() {
    return files.makeQualified(folder).toString();
  }

  /** Refuses a place where nothing can be written. */
  void requireWritable() {
    new QualifiedPath(place.path(), files).requireWritable(ERRORS, null);
  }

  /** Refuses a folder that has anything but tables in it, such as a model's own. */
  void requireReplaceable() {
    if (place.exists()) {
      FolderContent.TABLE.requireReplaceable(ERRORS, "path", place);
    }
  }

  /** Refuses a place in a saved stage, which is lost with it or mistaken for a part of it. */
  void requireOutsideStages() {
    requireOutsideStages(place);
    requireOutsideStages(card(place));
  }

  private void requireOutsideStages(Place written) {
    for (Optional<Place> at = Optional.of(written.real()); at.isPresent(); at = at.get().parent()) {
      if (StoredStage.isAt(at.get())) {
        throw ERRORS.parameter(
            "path",
            place,
            String.format(Locale.ROOT, "a place that is not in the saved stage %s", at.get()),
            "Name a folder beside the model.");
      }
    }
  }

  boolean exists() {
    return place.exists();
  }

  /** Names in the folder that Spark would read. */
  Set<String> rowFiles() {
    return place.names().stream()
        .filter(name -> !name.startsWith("_") && !name.startsWith("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isFinished() {
    return text(CARD_JSON).isPresent();
  }

  /** The text of a file; empty if it is not there. */
  Optional<String> text(String name) {
    try {
      Path file = described(name);
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
   * @throws org.disentangle.error.InvalidInputException if it holds something else
   */
  <T> Optional<T> json(String name, Class<T> type) {
    return text(name)
        .map(
            json -> {
              try {
                return JsonText.read(json, type);
              } catch (IllegalArgumentException e) {
                throw damagedDescription(name, "text that is not the JSON of the set", e);
              }
            });
  }

  /** The refusal of a description that is not as it was written. */
  InvalidInputException damagedDescription(
      String name, String found, IllegalArgumentException cause) {
    try {
      return damaged(described(name), found, cause);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The refusal of a file of rows that is not as it was written. */
  InvalidInputException damagedRows(String name) {
    return damaged(new Path(folder, name), "no Parquet file with the rows of its name", null);
  }

  private static InvalidInputException damaged(
      Path file, String found, IllegalArgumentException cause) {
    return ERRORS.file(
        file,
        found,
        "the file as it was written",
        "Delete it; resuming then writes it again.",
        cause);
  }

  /** Writes a text file that appears whole or not at all, in place of any that is there. */
  void write(String name, String text) {
    Path file = new Path(card, name);
    Path aside = new Path(card, "_" + name + ".part");
    try {
      try (OutputStream out = files.create(aside, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      files.delete(file, false);
      if (!files.rename(aside, file)) {
        throw new IOException(
            String.format(Locale.ROOT, "%s could not be moved to %s", aside, file));
      }
    } catch (IOException | FSError e) {
      delete(aside);
      if (card(place).names().isEmpty()) {
        delete(card);
      }
      throw new QualifiedPath(file, files).refused(ERRORS, null, e);
    }
  }

  /** Removes what a job that died left half-written. */
  void clearHalfWritten() {
    delete(new Path(folder, HALF_WRITTEN));
  }

  /** Deletes rows and descriptions, of this layout and the one before. */
  void delete() {
    delete(folder);
    deleteDescriptions();
  }

  /** Moves the whole set to the place of an older one, which goes; rows never have a wrong card. */
  void replace(SetFolder old) {
    old.deleteDescriptions();
    try {
      place.replace(old.place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List.of(SET, CARD_TEXT, DATASET_CARD, CARD_JSON)
        .forEach(name -> text(name).ifPresent(text -> old.write(name, text)));
    deleteDescriptions();
  }

  private void deleteDescriptions() {
    BEFORE.keySet().forEach(name -> delete(new Path(card, name)));
    delete(new Path(card, DATASET_CARD));
    if (card(place).names().isEmpty()) {
      delete(card);
    }
  }

  /** Moves the descriptions of a set of an earlier version out of the folder of its rows. */
  void adopt() {
    if (place.names().stream().anyMatch(name -> name.startsWith("_"))) {
      List.of(SET, CARD_TEXT, CARD_JSON)
          .forEach(name -> text(name).ifPresent(text -> write(name, text)));
    }
    clearSideFiles();
  }

  /** Removes what earlier versions and Hadoop's local file system left among the rows. */
  void clearSideFiles() {
    BEFORE.values().forEach(name -> delete(new Path(folder, name)));
    Place cards = place.child("_card");
    deleteChecksums(cards);
    if (cards.names().isEmpty()) {
      delete(cards.path());
    }
    deleteChecksums(place);
  }

  private void deleteChecksums(Place of) {
    of.names().stream()
        .filter(name -> name.matches("\\..*\\.crc"))
        .forEach(name -> delete(of.child(name).path()));
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
