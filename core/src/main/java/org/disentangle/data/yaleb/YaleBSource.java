// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.yaleb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * The Spark data source {@code yaleb}: faces under many lights, grey, from the published folders of
 * the Extended Yale Face Database B, cropped (168 wide, 192 high) or whole (640 x 480).
 *
 * <pre>{@code
 * spark.read().format("yaleb").load("CroppedYale");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_subject} (int, nominal ML attribute with names such as
 * yaleB01), the rank among the subjects that are there; {@code factor_pose} (0 to 8, nominal) if
 * the folder has other poses than 0; {@code value_azimuth} and {@code value_elevation} of the light
 * (double, degrees, numeric attribute). Rows are sorted by the names of the files.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder with the folders {@code yaleBNN}, or one of these; no default.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>Read are files {@code yaleBNN_PNNA+NNNE+NN.pgm}. Left out, with a warning that counts them,
 * are corrupt ones that end in {@code .bad}, those without a light ({@code Ambient}), {@code .info}
 * and all others. {@code load()} reads the headers of all files, which have to be of one size, and
 * refuses damaged ones, and a picture in the folder of another subject, with an {@link
 * IllegalArgumentException}. The source cannot be written to.
 */
public final class YaleBSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "yaleb";

  private static final Logger LOG = LoggerFactory.getLogger(YaleBSource.class);
  private static final Pattern PICTURE =
      Pattern.compile("(yaleB\\d\\d)_P(\\d\\d)A([+-]\\d{3})E([+-]\\d{2})\\.pgm");

  /** Bytes that are read of a picture with a long comment. */
  private static final int LONGEST_HEADER = 1 << 20;

  private static final Pattern SUBJECT = Pattern.compile("yaleB\\d\\d");

  /** Called by Spark. */
  public YaleBSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of()));
    options.imageFormat();
    DataFolder root = DataFolder.find(NAME, options.path());
    List<DataFolder> folders = new ArrayList<>();
    for (String name : root.folders()) {
      if (SUBJECT.matcher(name).matches()) {
        folders.add(root.folder(name).orElseThrow());
      }
    }
    folders.add(root);
    List<DataFile> files = new ArrayList<>();
    List<Matcher> names = new ArrayList<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    for (DataFolder folder : folders) {
      for (String name : folder.names()) {
        Matcher matcher = PICTURE.matcher(name);
        if (matcher.matches()) {
          requireOwn(folder, matcher);
          files.add(folder.file(name));
          names.add(matcher);
        } else {
          leftOut.merge(kind(name), 1, Integer::sum);
        }
      }
    }
    if (files.isEmpty()) {
      throw root.refuse(root.content(), "files yaleBNN_PNNA+NNNE+NN.pgm, in folders yaleBNN");
    }
    leftOut.forEach(
        (kind, count) ->
            LOG.warn(
                "{}: left out {} {} ({}), which are no pictures of a subject under one light",
                NAME,
                count,
                count == 1 ? "file" : "files",
                kind));
    ImageShape shape = shape(files);
    PictureFiles store =
        new PictureFiles(
            NAME,
            files.stream().map(DataFile::path).toArray(String[]::new),
            shape,
            files.get(0).configuration());
    return StoredImages.of(options, files.size(), shape, columns(names), store);
  }

  /** A picture in the folder of another subject has been moved or renamed. */
  private static void requireOwn(DataFolder folder, Matcher picture) {
    if (SUBJECT.matcher(folder.name()).matches() && !folder.name().equals(picture.group(1))) {
      throw folder.refuse(
          "the picture " + picture.group() + " of another subject",
          "pictures of " + folder.name() + " alone");
    }
  }

  private static String kind(String name) {
    return name.endsWith("Ambient.pgm")
        ? "*Ambient.pgm"
        : name.contains(".")
            ? "*" + name.substring(name.lastIndexOf('.'))
            : "names without an ending";
  }

  private static ImageShape shape(List<DataFile> files) {
    ImageShape first = null;
    for (DataFile file : files) {
      byte[] begin = file.begin();
      if (PictureSize.isCutNetpbm(begin)) {
        begin = file.begin(LONGEST_HEADER);
      }
      ImageShape shape =
          PictureSize.of(begin, file.length(), NAME, FactorColumns.IMAGE, file.path());
      if (first != null && !shape.equals(first)) {
        throw file.refuse(
            "an image of " + shape,
            String.format(Locale.ROOT, "one of %s, as %s", first, files.get(0).path()),
            null);
      }
      first = shape;
    }
    return first;
  }

  private static List<StoredColumn> columns(List<Matcher> names) {
    List<String> subjects = names.stream().map(name -> name.group(1)).distinct().sorted().toList();
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(
        StoredColumn.nominal(
            "factor_subject",
            subjects.size(),
            subjects,
            names.stream().mapToInt(name -> subjects.indexOf(name.group(1))).toArray()));
    int[] poses = names.stream().mapToInt(name -> Integer.parseInt(name.group(2))).toArray();
    if (Arrays.stream(poses).anyMatch(pose -> pose > 0)) {
      columns.add(StoredColumn.nominal("factor_pose", poses));
    }
    columns.add(StoredColumn.numeric("value_azimuth", numbers(names, 3)));
    columns.add(StoredColumn.numeric("value_elevation", numbers(names, 4)));
    return columns;
  }

  private static double[] numbers(List<Matcher> names, int group) {
    return names.stream().mapToDouble(name -> Integer.parseInt(name.group(group))).toArray();
  }
}
