// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * A folder whose files a data source reads, in any file system Hadoop knows; examined on the
 * driver.
 */
public final class DataFolder {

  private static final int SHOWN = 5;

  private final String source;
  private final QualifiedPath place;
  private final SerializableConfiguration configuration;
  private final TreeMap<String, Long> files = new TreeMap<>();
  private final TreeSet<String> folders = new TreeSet<>();

  private DataFolder(String source, QualifiedPath place, SerializableConfiguration configuration) {
    this.source = source;
    this.place = place;
    this.configuration = configuration;
  }

  /**
   * Lists a folder.
   *
   * @throws InvalidInputException if it is absent or a file, or the text is no path
   */
  public static DataFolder find(String source, String path) {
    InputErrors errors = new InputErrors(source);
    SerializableConfiguration configuration =
        new SerializableConfiguration(SparkSession.active().sessionState().newHadoopConf());
    QualifiedPath place = QualifiedPath.of(errors, path, configuration.value());
    if (!place.exists(errors, null)) {
      throw errors.file(place, "nothing", "a folder", null);
    }
    DataFolder folder = new DataFolder(source, place, configuration);
    if (!folder.list()) {
      throw errors.file(place, "a file", "a folder", "Name the folder of the data set.", null);
    }
    return folder;
  }

  /** Whether anything has this path. */
  public static boolean isThere(String source, String path) {
    return place(source, path).exists(new InputErrors(source), null);
  }

  /** Whether a path is a file and not a folder. */
  public static boolean isFile(String source, String path) {
    QualifiedPath place = place(source, path);
    try {
      return place.exists(new InputErrors(source), null)
          && place.files().getFileStatus(place.path()).isFile();
    } catch (IOException e) {
      throw place.refused(new InputErrors(source), null, e);
    }
  }

  private static QualifiedPath place(String source, String path) {
    return QualifiedPath.of(
        new InputErrors(source), path, SparkSession.active().sessionState().newHadoopConf());
  }

  private boolean list() {
    try {
      if (place.files().getFileStatus(place.path()).isFile()) {
        return false;
      }
      for (FileStatus status : place.files().listStatus(place.path())) {
        String name = status.getPath().getName();
        if (status.isDirectory()) {
          folders.add(name);
        } else {
          files.put(name, status.getLen());
        }
      }
      return true;
    } catch (IOException e) {
      throw place.refused(new InputErrors(source), null, e);
    }
  }

  /** Its name, without the folders above. */
  public String name() {
    return place.path().getName();
  }

  /** The names of its files, sorted. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /**
   * The names of its files that match a pattern, sorted.
   *
   * @param glob such as {@code data_batch_*.bin}
   * @throws InvalidInputException if there are none, or the text is no pattern
   */
  public List<String> matching(String glob) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      List<String> matching =
          files.keySet().stream()
              .filter(name -> matcher.matches(java.nio.file.Path.of(name)))
              .toList();
      if (matching.isEmpty()) {
        throw refuse("nothing that matches " + glob + " among " + content(), "files of images");
      }
      return matching;
    } catch (PatternSyntaxException e) {
      throw refuse(
          "the pattern " + glob + " (" + e.getDescription() + ")", "one such as data_*.bin");
    }
  }

  /** The names of its folders, sorted. */
  public List<String> folders() {
    return List.copyOf(folders);
  }

  /** Whether it has a file of this name. */
  public boolean has(String name) {
    return files.containsKey(name);
  }

  /** A folder in it. */
  public Optional<DataFolder> folder(String name) {
    if (!folders.contains(name)) {
      return Optional.empty();
    }
    DataFolder inner = new DataFolder(source, place.child(name), configuration);
    return inner.list() ? Optional.of(inner) : Optional.empty();
  }

  /**
   * A file in it.
   *
   * @throws InvalidInputException if it is missing or empty
   */
  public DataFile file(String name) {
    Long length = files.get(name);
    if (length == null) {
      throw refuse("no file " + name + " among " + content(), "a folder with it");
    }
    DataFile file = new DataFile(source, path(name), length, configuration);
    if (length == 0) {
      throw file.refuse("an empty file (0 bytes)", "data", "Download the file again.", null);
    }
    return file;
  }

  private String path(String name) {
    Path path = QualifiedPath.child(place.path(), name);
    return path.toString();
  }

  /** What lies there, for messages: a few names and a count. */
  public String content() {
    List<String> all = new ArrayList<>(files.keySet());
    folders.forEach(folder -> all.add(folder + "/"));
    return all.isEmpty() ? "nothing" : FirstFew.of(all, SHOWN);
  }

  /** The refusal of this folder. */
  public InvalidInputException refuse(String found, String expected) {
    return new InputErrors(source).file(place, found, expected, null);
  }

  /**
   * The lines of a text file in UTF-8, without the empty ones at its end and blanks around them.
   */
  public static List<String> lines(DataFile file) {
    if (file.length() > 1 << 28) {
      throw file.refuse(
          String.format(Locale.ROOT, "%d bytes", file.length()), "a text of up to 256 MB", null);
    }
    try (var stream = file.open()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.strip().replace("\uFEFF", "").split("\\R", -1))
          .map(String::strip)
          .toList();
    } catch (IOException e) {
      throw file.refuse(
          "an error of the file system (" + e.getMessage() + ")", "a file that can be read", e);
    }
  }
}
