// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.data.Sample;
import org.disentangle.data.folder.FolderSource;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/** Pictures of folders and tables, and what is done to them before they are used. */
final class PictureFolder {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private PictureFolder() {}

  /** All options of folders. */
  static final Set<String> OPTIONS = all(ImageOptions.NAMES, FolderSource.OPTIONS, Sample.OPTIONS);

  /** The size in which pictures are drawn is not one that they are brought to. */
  private static final Set<String> RENDERED = Set.of("dsprites", "cdsprites", "teapots");

  private static final String SEED = "seed";
  private static final String IMAGE = "image";

  @SafeVarargs
  private static Set<String> all(Set<String>... options) {
    return Arrays.stream(options).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The pictures below a folder in column {@code image}, their files in column {@code path}, and
   * labels and factors if options say what they are; files that cannot be decoded are refused.
   */
  static Dataset<Row> load(String path, Map<String, String> options, SparkSession spark) {
    requireOnly(options, OPTIONS);
    Map<String, String> ofSource = new LinkedHashMap<>(options);
    ofSource.keySet().removeAll(ImageOptions.NAMES);
    Dataset<Row> files =
        spark
            .read()
            .format(FolderSource.NAME)
            .options(ofSource)
            .option("imageFormat", "png")
            .load(path);
    List<String> columns = new ArrayList<>(List.of("path", IMAGE));
    Arrays.stream(files.columns()).filter(name -> !columns.contains(name)).forEach(columns::add);
    return decoded(files, options).select(named(columns));
  }

  private static Column[] named(List<String> columns) {
    return columns.stream().map(ExactColumn::named).toArray(Column[]::new);
  }

  /** A data source with its pictures in column {@code image}, prepared if an option says how. */
  static Dataset<Row> source(String name, Map<String, String> options, SparkSession spark) {
    Map<String, String> preparing = new LinkedHashMap<>(options);
    preparing.keySet().retainAll(ImageOptions.NAMES);
    if (RENDERED.contains(name)) {
      requireNoResizing(name, preparing);
      preparing.remove("imageSize");
    }
    Map<String, String> ofSource = new LinkedHashMap<>(options);
    ofSource.keySet().removeAll(preparing.keySet());
    if (options.containsKey(SEED)) {
      preparing.put(SEED, options.get(SEED));
    }
    return prepared(spark.read().format(name).options(ofSource).load(), preparing);
  }

  /** What acts on a resize, where only a recipe may say that there is one. */
  private static void requireNoResizing(String name, Map<String, String> preparing) {
    for (String option : List.of("imageWidth", "interpolation")) {
      if (preparing.containsKey(option) && !preparing.containsKey("recipe")) {
        throw ERRORS.parameter(
            "--data",
            option + "=" + preparing.get(option),
            "no such option of "
                + name
                + ", whose pictures are not resized: imageSize is the size"
                + " in which they are drawn",
            "Write them with data convert, and resize what it wrote: parquet:PATH,imageSize=...");
      }
    }
  }

  /** A table with its pictures in column {@code image}, prepared if an option says how. */
  static Dataset<Row> prepare(Dataset<Row> table, Map<String, String> options) {
    requireOnly(options, all(ImageOptions.NAMES, ImageTable.OPTIONS, Set.of(SEED)));
    return prepared(ImageTable.of(table, options), options);
  }

  private static Dataset<Row> prepared(Dataset<Row> named, Map<String, String> options) {
    if (options.keySet().stream().noneMatch(ImageOptions.NAMES::contains)) {
      return named;
    }
    return decoded(named, options).select(named(List.of(named.columns())));
  }

  /** With what the options make of the images in place of them; refusals name {@code --data}. */
  private static Dataset<Row> decoded(Dataset<Row> images, Map<String, String> options) {
    String prepared = "image as prepared";
    ImagePreparation stage =
        new ImagePreparation("--data").setImageCol(IMAGE).setPreparedCol(prepared);
    return ImageOptions.set(stage, options)
        .transform(images)
        .drop(IMAGE)
        .withColumnRenamed(prepared, IMAGE);
  }

  private static void requireOnly(Map<String, String> options, Set<String> known) {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw ERRORS.parameter("--data", name, "one of " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
