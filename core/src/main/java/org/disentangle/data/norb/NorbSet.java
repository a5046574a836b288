// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.data.ElementType;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RecordFile;
import org.disentangle.data.RecordImages;
import org.disentangle.data.RowData;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.image.ImageShape;

/**
 * One of the two sets of NORB: where its files are and how large its images.
 *
 * @param prefix how the names of its files begin
 * @param size height and width
 * @param infos numbers per image beside the category
 * @param categories names of the categories
 */
record NorbSet(String prefix, int size, int infos, List<String> categories) {

  private static final String SPLIT = "split";
  private static final String CAMERA = "camera";
  private static final String ALL = "all";
  private static final List<String> SPLITS = List.of("train", "test", ALL);
  private static final List<String> CAMERAS = List.of("left", "right");
  private static final Pattern NAME =
      Pattern.compile("(.*-(training|testing)(?:-(\\d{1,6}))?)-(dat|cat|info)\\.mat(\\.gz)?");

  /** The options of its own. */
  static final Set<String> OPTIONS = Set.of(SPLIT, CAMERA);

  /** The data set that the options mean. */
  RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(OPTIONS));
    options.imageFormat();
    int camera = CAMERAS.indexOf(options.word(CAMERA, CAMERAS.get(0), CAMERAS));
    String path = options.path();
    boolean single = DataFolder.isFile(options.source(), path);
    if (single) {
      options.requireFolderFor(SPLIT);
    }
    int slash = path.lastIndexOf('/');
    DataFolder folder =
        DataFolder.find(
            options.source(),
            single ? (slash < 0 ? "." : path.substring(0, Math.max(slash, 1))) : path);
    List<String> stems =
        single ? List.of(stem(options, path.substring(slash + 1))) : stems(options, folder);
    List<RecordFile> images = new ArrayList<>();
    NorbLabels labels = new NorbLabels(infos, categories);
    for (String stem : stems) {
      NorbMatrix dat =
          NorbMatrix.read(part(folder, stem, "dat"), NorbMatrix.BYTES, List.of(2, size, size));
      images.add(dat);
      labels.add(
          dat,
          NorbMatrix.read(part(folder, stem, "cat"), NorbMatrix.INTS, List.of()),
          NorbMatrix.read(part(folder, stem, "info"), NorbMatrix.INTS, List.of(infos)));
    }
    ImageShape shape = new ImageShape(1, size, size);
    StoredPixels pixels = StoredPixels.of(ElementType.BYTE, shape, PixelOrder.CHW);
    RecordImages store = new RecordImages(images, 2 * shape.size(), camera * shape.size(), pixels);
    return StoredImages.of(options, store.count(), shape, labels.columns(), store);
  }

  /** The part of a name that the files of images, categories and infos share. */
  private String stem(OptionReader options, String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches() || !matcher.group(4).equals("dat")) {
      throw options.refuse(
          OptionReader.PATH, "a folder, or a file " + prefix + "-...-dat.mat or -dat.mat.gz");
    }
    return matcher.group(1);
  }

  private List<String> stems(OptionReader options, DataFolder folder) {
    String split = options.word(SPLIT, SPLITS.get(0), SPLITS);
    List<String> stems = new ArrayList<>();
    for (String half : List.of("training", "testing")) {
      if (!split.equals(ALL) && !half.startsWith(split)) {
        continue;
      }
      Set<String> found = new TreeSet<>();
      for (String name : folder.names()) {
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches() && matcher.group(2).equals(half) && name.startsWith(prefix + "-")) {
          found.add(matcher.group(1));
        }
      }
      if (found.isEmpty()) {
        throw folder.refuse(
            folder.content(),
            String.format(Locale.ROOT, "files %s-...-%s...-dat.mat[.gz]", prefix, half));
      }
      requireAllParts(folder, found);
      stems.addAll(found);
    }
    return stems;
  }

  /** Numbered parts are those from 1 to the largest that lies there. */
  private static void requireAllParts(DataFolder folder, Set<String> stems) {
    Set<Integer> parts = new TreeSet<>();
    for (String stem : stems) {
      Matcher matcher = NAME.matcher(stem + "-dat.mat");
      if (matcher.matches() && matcher.group(3) != null) {
        parts.add(Integer.valueOf(matcher.group(3)));
      }
    }
    int expected = 1;
    for (int part : parts) {
      if (part > expected) {
        String next = stems.stream().filter(stem -> isPart(stem, part)).findFirst().orElseThrow();
        throw folder.refuse(
            String.format(Locale.ROOT, "%s-dat.mat and no part %02d before it", next, expected),
            "all parts from 01 on; give the path of one file to read that part alone");
      }
      expected = part + 1;
    }
  }

  private static boolean isPart(String stem, int part) {
    return stem.matches(".*-0*" + part);
  }

  /** The plain file where both lie there. */
  private static DataFile part(DataFolder folder, String stem, String part) {
    String plain = stem + "-" + part + ".mat";
    return folder.file(folder.has(plain) || !folder.has(plain + ".gz") ? plain : plain + ".gz");
  }
}
