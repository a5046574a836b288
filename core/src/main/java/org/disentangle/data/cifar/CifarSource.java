// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.cifar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.data.ElementType;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RecordFile;
import org.disentangle.data.RecordImages;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.error.FirstFew;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code cifar}: CIFAR-10 and CIFAR-100, 32 x 32 RGB, from the published
 * binary files (Krizhevsky 2009).
 *
 * <pre>{@code
 * spark.read().format("cifar").option("split", "all").load("cifar-10-batches-bin");
 * spark.read().format("cifar").option("classes", 100).load("cifar-100-binary");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code label} (int, nominal ML attribute), of CIFAR-100 the fine one;
 * of CIFAR-100 also {@code label_coarse}. The attributes have the names of {@code
 * batches.meta.txt}, {@code fine_label_names.txt} and {@code coarse_label_names.txt} where these
 * lie beside the images. Rows are in the order of the files.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder, one of its files of images or, where nothing has that name, a
 *       pattern that names of its files match, such as {@code cifar-10-batches-bin/data_batch_*}.
 *       No default.
 *   <li>{@code classes}: {@code 10} (default) or {@code 100}.
 *   <li>{@code split}: of a folder, {@code train} ({@code data_batch_1.bin} to {@code
 *       data_batch_5.bin}, or {@code train.bin}; default), {@code test} ({@code test_batch.bin} or
 *       {@code test.bin}) or {@code all}. Refused with the path of files.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>{@code load()} reads the labels and refuses files that are missing, of other lengths or with
 * other labels, with an {@link IllegalArgumentException}. A read streams and holds one image per
 * partition. The source cannot be written to.
 */
public final class CifarSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "cifar";

  private static final String CLASSES = "classes";
  private static final String SPLIT = "split";
  private static final String ALL = "all";
  private static final List<String> SPLITS = List.of("train", "test", ALL);
  private static final Pattern PATTERN = Pattern.compile(".*[*?\\[{][^/]*");
  private static final int COARSE = 20;
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  /** Called by Spark. */
  public CifarSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of(CLASSES, SPLIT)));
    options.imageFormat();
    int classes = Integer.parseInt(options.word(CLASSES, "10", List.of("10", "100")));
    String path = options.path();
    boolean pattern = PATTERN.matcher(path).matches() && !DataFolder.isThere(NAME, path);
    boolean single = !pattern && DataFolder.isFile(NAME, path);
    if (single || pattern) {
      options.requireFolderFor(SPLIT);
    }
    String split = options.word(SPLIT, SPLITS.get(0), SPLITS);
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    DataFolder folder =
        DataFolder.find(
            NAME,
            single || pattern ? (slash < 0 ? "." : path.substring(0, Math.max(slash, 1))) : path);
    List<String> names =
        single ? List.of(name) : pattern ? folder.matching(name) : names(folder, split, classes);
    int labels = classes == 10 ? 1 : 2;
    List<CifarFile> files = new ArrayList<>();
    for (String each : names) {
      files.add(CifarFile.of(folder.file(each), labels));
    }
    StoredPixels pixels = StoredPixels.of(ElementType.BYTE, SHAPE, PixelOrder.CHW);
    RecordImages store =
        new RecordImages(
            files.stream().map(RecordFile.class::cast).toList(),
            labels + CifarFile.PIXELS,
            labels,
            pixels);
    return StoredImages.of(options, store.count(), SHAPE, columns(folder, files, classes), store);
  }

  private static List<String> names(DataFolder folder, String split, int classes) {
    List<String> names = new ArrayList<>();
    if (!split.equals("test")) {
      for (int batch = 1; classes == 10 && batch <= 5; batch++) {
        names.add(String.format(Locale.ROOT, "data_batch_%d.bin", batch));
      }
      if (classes == 100) {
        names.add("train.bin");
      }
    }
    if (!split.equals("train")) {
      names.add(classes == 10 ? "test_batch.bin" : "test.bin");
    }
    requireThisKind(folder, names, classes);
    for (String name : names) {
      folder.file(name);
    }
    if (classes == 10 && !split.equals("test")) {
      requireNoOthers(folder, names);
    }
    return names;
  }

  /** Says which option reads a folder of the other of the two sets. */
  private static void requireThisKind(DataFolder folder, List<String> names, int classes) {
    String other = classes == 10 ? "train.bin" : "data_batch_1.bin";
    if (!folder.has(names.get(0)) && folder.has(other)) {
      throw folder.refuse(
          "no file " + names.get(0) + " among " + folder.content(),
          String.format(
              Locale.ROOT,
              "the files of CIFAR-%d, or option classes=%d",
              classes,
              classes == 10 ? 100 : 10));
    }
  }

  private static void requireNoOthers(DataFolder folder, List<String> names) {
    List<String> others =
        folder.names().stream()
            .filter(name -> name.matches("data_batch_\\d+\\.bin") && !names.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw folder.refuse(
          "beside the batches 1 to 5 also " + FirstFew.of(others),
          "these five alone, or a path with the pattern data_batch_*.bin, which takes all");
    }
  }

  private static List<StoredColumn> columns(DataFolder folder, List<CifarFile> files, int classes) {
    if (classes == 10) {
      return List.of(column(folder, files, "label", 0, 10, "batches.meta.txt"));
    }
    return List.of(
        column(folder, files, "label", 1, classes, "fine_label_names.txt"),
        column(folder, files, "label_coarse", 0, COARSE, "coarse_label_names.txt"));
  }

  private static StoredColumn column(
      DataFolder folder,
      List<CifarFile> files,
      String column,
      int place,
      int count,
      String nameFile) {
    int[] labels = new int[files.stream().mapToInt(CifarFile::records).sum()];
    int from = 0;
    for (CifarFile file : files) {
      file.readLabels(place, labels, from, count);
      from += file.records();
    }
    List<String> names = folder.has(nameFile) ? names(folder.file(nameFile), count) : List.of();
    return StoredColumn.nominal(column, count, names, labels);
  }

  private static List<String> names(DataFile file, int count) {
    List<String> names =
        DataFolder.lines(file).stream().filter(line -> !line.isEmpty()).distinct().toList();
    if (names.size() != count) {
      throw file.refuse(names.size() + " different names", count + " names", null);
    }
    return names;
  }
}
