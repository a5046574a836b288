// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.celeba;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PictureFiles;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.image.ImageShape;
import org.disentangle.image.PictureSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Spark data source {@code celeba}: 202,599 aligned photographs of faces, 178 wide and 218
 * high, RGB, with attributes, from the published files (Liu et al. 2015).
 *
 * <pre>{@code
 * spark.read().format("celeba").option("attributes", "Male,Smiling").option("split", "train")
 *     .load("celeba");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code path} (string), the file; {@code attr_NAME} (int, nominal ML
 * attribute: 0 no, 1 yes) of the attributes; {@code label}, the identity, and {@code
 * landmark_lefteye_x} ... {@code landmark_rightmouth_y} (double, numeric, pixels of the aligned
 * image), {@code box_x}, {@code box_y}, {@code box_width} and {@code box_height} (double, numeric,
 * pixels of the image before alignment) where options ask for them; {@code split} (int, nominal:
 * train, valid, test) where there is a table of it. Rows are sorted by the names of the files.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder that holds {@code img_align_celeba} or, where that is not there,
 *       {@code img_align_celeba_png}, in it or in its folder {@code Img}; the tables lie in it, in
 *       its folders {@code Anno} and {@code Eval}, as published ({@code .txt}) or as Kaggle has
 *       them ({@code .csv}). No default.
 *   <li>{@code attributes}: names from {@code list_attr_celeba}, separated by commas; by default
 *       all of them; none, with a warning, if that table is not there.
 *   <li>{@code split}: {@code train}, {@code valid}, {@code test} or {@code all} (default), by
 *       {@code list_eval_partition}.
 *   <li>{@code label}: {@code identity}, by {@code identity_CelebA}; none by default.
 *   <li>{@code landmarks}: {@code true}, by {@code list_landmarks_align_celeba}; default false.
 *   <li>{@code boxes}: {@code true}, by {@code list_bbox_celeba}; default false.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>An image without a line in a table that is used is refused, a line without an image is not, as
 * many keep a part of the images. All images have the shape of the first; crop and resize them with
 * {@code org.disentangle.model.ImagePreparation}. Unknown options, missing tables and damaged ones
 * are refused with an {@link IllegalArgumentException} by {@code load()}. The source cannot be
 * written to.
 */
public final class CelebASource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "celeba";

  private static final Logger LOG = LoggerFactory.getLogger(CelebASource.class);

  private static final List<String> IMAGES = List.of("img_align_celeba", "img_align_celeba_png");
  private static final String ATTRIBUTES = "attributes";
  private static final String SPLIT = "split";
  private static final String LABEL = "label";
  private static final String LANDMARKS = "landmarks";
  private static final String BOXES = "boxes";
  private static final String ALL = "all";
  private static final int ATTRIBUTE_COUNT = 40;
  private static final int IDENTITIES = 1 << 20;
  private static final List<String> SPLITS = List.of("train", "valid", "test");
  private static final List<String> POINTS =
      List.of(
          "lefteye_x",
          "lefteye_y",
          "righteye_x",
          "righteye_y",
          "nose_x",
          "nose_y",
          "leftmouth_x",
          "leftmouth_y",
          "rightmouth_x",
          "rightmouth_y");
  private static final List<String> SIDES = List.of("x", "y", "width", "height");

  /** Called by Spark. */
  public CelebASource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of(ATTRIBUTES, SPLIT, LABEL, LANDMARKS, BOXES)));
    options.imageFormat();
    String split = options.word(SPLIT, ALL, List.of("train", "valid", "test", ALL));
    DataFolder root = DataFolder.find(NAME, options.path());
    DataFolder folder = images(root);
    List<String> images =
        folder.names().stream().filter(name -> name.matches("(?i).+\\.(jpe?g|png)")).toList();
    if (images.isEmpty()) {
      throw folder.refuse(folder.content(), "JPEG files such as 000001.jpg");
    }
    DataFile first = folder.file(images.get(0));
    String base = first.path().substring(0, first.path().length() - images.get(0).length());
    String[] paths = images.stream().map(name -> base + name).toArray(String[]::new);
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(StoredColumn.text("path", paths));
    columns.addAll(attributes(options, root, images));
    columns.addAll(identity(options, root, images));
    if (options.flag(LANDMARKS, false)) {
      columns.addAll(numbers(root, images, "list_landmarks_align_celeba", "landmark_", POINTS));
    }
    if (options.flag(BOXES, false)) {
      columns.addAll(numbers(root, images, "list_bbox_celeba", "box_", SIDES));
    }
    int[] chosen = null;
    Optional<CelebATable> partition = table(root, "list_eval_partition", 1, !split.equals(ALL));
    if (partition.isPresent()) {
      int[] splits = partition.get().column(images, 0, 0, SPLITS.size() - 1);
      columns.add(StoredColumn.nominal(SPLIT, SPLITS.size(), SPLITS, splits));
      chosen = chosen(options, split, splits);
    }
    ImageShape shape = shape(first);
    PictureFiles store = new PictureFiles(NAME, paths, shape, first.configuration());
    return StoredImages.of(options, paths.length, shape, columns, store, chosen);
  }

  private static DataFolder images(DataFolder root) {
    for (String name : IMAGES) {
      for (String place : List.of("", "Img")) {
        Optional<DataFolder> found =
            (place.isEmpty() ? Optional.of(root) : root.folder(place))
                .flatMap(folder -> folder.folder(name));
        if (found.isPresent()) {
          return found.get().folder(name).orElse(found.get()); // as Kaggle packs it
        }
      }
    }
    throw root.refuse(root.content(), "the folder that holds " + String.join(" or ", IMAGES));
  }

  private static int[] chosen(OptionReader options, String split, int[] splits) {
    if (split.equals(ALL)) {
      return null;
    }
    int wanted = SPLITS.indexOf(split);
    int[] chosen =
        IntStream.range(0, splits.length).filter(image -> splits[image] == wanted).toArray();
    if (chosen.length == 0) {
      throw options.refuse(SPLIT, "a split of which there are images");
    }
    return chosen;
  }

  private static ImageShape shape(DataFile file) {
    try (FSDataInputStream stream = file.open()) {
      byte[] bytes = stream.readAllBytes();
      return PictureSize.of(bytes, bytes.length, NAME, FactorColumns.IMAGE, file.path());
    } catch (IOException e) {
      throw file.refuse(
          "an error of the file system (" + e.getMessage() + ")", "a file that can be read", e);
    }
  }

  private static Optional<CelebATable> table(
      DataFolder root, String name, int width, boolean required) {
    Optional<CelebATable> table = CelebATable.find(root, name, width);
    if (table.isEmpty() && required) {
      throw root.refuse(
          "no table " + name + " in it, Anno or Eval", name + ".txt or " + name + ".csv");
    }
    return table;
  }

  private static List<StoredColumn> attributes(
      OptionReader options, DataFolder root, List<String> images) {
    boolean given = options.text(ATTRIBUTES).isPresent();
    Optional<CelebATable> found = table(root, "list_attr_celeba", ATTRIBUTE_COUNT, given);
    if (found.isEmpty()) {
      LOG.warn(
          "{}: no attributes, because list_attr_celeba is not in the folder, Anno or Eval", NAME);
      return List.of();
    }
    CelebATable table = found.get();
    if (table.names().isEmpty()) {
      throw table
          .file()
          .refuse("no line with the names of attributes", "one before the images", null);
    }
    List<String> wanted = given ? options.list(ATTRIBUTES) : table.names();
    if (!table.names().containsAll(wanted) || new HashSet<>(wanted).size() != wanted.size()) {
      throw options.refuse(ATTRIBUTES, "different ones of " + String.join(", ", table.names()));
    }
    List<StoredColumn> columns = new ArrayList<>();
    for (String name : wanted) {
      int[] values = table.signs(images, table.names().indexOf(name));
      int[] yes = Arrays.stream(values).map(value -> Math.max(value, 0)).toArray();
      columns.add(StoredColumn.nominal("attr_" + name, 2, List.of("no", "yes"), yes));
    }
    return columns;
  }

  private static List<StoredColumn> identity(
      OptionReader options, DataFolder root, List<String> images) {
    if (options.text(LABEL).isEmpty()) {
      return List.of();
    }
    options.word(LABEL, null, List.of("identity"));
    CelebATable table = table(root, "identity_CelebA", 1, true).orElseThrow();
    return List.of(StoredColumn.nominal(LABEL, table.column(images, 0, 0, IDENTITIES)));
  }

  private static List<StoredColumn> numbers(
      DataFolder root, List<String> images, String name, String prefix, List<String> names) {
    CelebATable table = table(root, name, names.size(), true).orElseThrow();
    List<StoredColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double[] values = Arrays.stream(table.column(images, i)).asDoubleStream().toArray();
      columns.add(StoredColumn.numeric(prefix + names.get(i), values));
    }
    return columns;
  }
}
