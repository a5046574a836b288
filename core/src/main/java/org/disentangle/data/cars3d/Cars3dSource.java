// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.cars3d;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.data.ElementType;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.ImageFactors;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RecordFile;
import org.disentangle.data.RecordImages;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredFactor;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.matlab.Mat5Array;
import org.disentangle.data.matlab.Mat5File;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code cars3d}: renderings of cars, 128 x 128 RGB, from the published
 * folder of MATLAB files (Reed et al. 2015).
 *
 * <pre>{@code
 * spark.read().format("cars3d").load("data/cars");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_elevation} (4), {@code factor_azimuth} (24) and {@code
 * factor_object} (183 in the published folder), int with a nominal ML attribute; the values of the
 * last are named as the files. Objects are numbered in the order of {@code list.txt}; without it in
 * the order of their names. Rows come file by file: object, elevation, azimuth.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder with {@code car_NNN_mesh.mat}, each with {@code im} (uint8, 128 x
 *       128 x 3 x 24 x 4), usually given to {@code load}; no default.
 *   <li>{@code factors} and one option per factor, such as {@code elevation}: which indices are
 *       read, as in {@link org.disentangle.data.sprite.SpriteSource}; a factor that {@code factors}
 *       leaves out rests at 0.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>A read streams and holds one image per partition; the partition that reads the last view of a
 * compressed file compares its checksum. {@code load()} reads the headers of all files and refuses,
 * with an {@link IllegalArgumentException}, files that are damaged, that {@code list.txt} names and
 * that are missing, or that it does not name. The source cannot be written to.
 */
public final class Cars3dSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "cars3d";

  private static final String LIST = "list.txt";
  private static final String ENDING = ".mat";
  private static final int AZIMUTHS = 24;
  private static final int ELEVATIONS = 4;
  private static final int VIEWS = AZIMUTHS * ELEVATIONS;
  private static final ImageShape SHAPE = new ImageShape(3, 128, 128);

  /** Called by Spark. */
  public Cars3dSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(FactorOptions.names(factors(List.of("a")))));
    options.imageFormat();
    DataFolder folder = DataFolder.find(NAME, options.path());
    List<String> names = names(folder);
    List<RecordFile> files = names.stream().map(name -> file(folder.file(name + ENDING))).toList();
    ImageFactors factors = ImageFactors.of(factors(names), indices(names.size()));
    StoredPixels pixels = StoredPixels.of(ElementType.BYTE, SHAPE, PixelOrder.COLUMN_MAJOR);
    return StoredImages.of(
        options,
        factors.images(),
        SHAPE,
        factors.columns(false),
        RecordImages.of(files, pixels),
        factors.chosen(options));
  }

  private static List<StoredFactor> factors(List<String> objects) {
    return List.of(
        StoredFactor.counted("elevation", ELEVATIONS),
        StoredFactor.counted("azimuth", AZIMUTHS),
        StoredFactor.named("object", objects.size(), objects));
  }

  /** File after file; in a file the azimuth varies fastest. */
  private static int[][] indices(int objects) {
    int[][] indices = new int[3][objects * VIEWS];
    for (int image = 0; image < objects * VIEWS; image++) {
      indices[0][image] = image % VIEWS / AZIMUTHS;
      indices[1][image] = image % AZIMUTHS;
      indices[2][image] = image / VIEWS;
    }
    return indices;
  }

  private static List<String> names(DataFolder folder) {
    List<String> found =
        folder.names().stream()
            .filter(name -> name.matches("car_\\w*_mesh\\.mat"))
            .map(Cars3dSource::plain)
            .toList();
    if (found.isEmpty()) {
      throw folder.refuse(folder.content(), "files car_NNN_mesh.mat");
    }
    if (!folder.has(LIST)) {
      return found;
    }
    DataFile list = folder.file(LIST);
    List<String> listed = new ArrayList<>();
    for (String line : DataFolder.lines(list)) {
      if (!line.isEmpty()) {
        listed.add(plain(line));
      }
    }
    Set<String> seen = new HashSet<>();
    for (String name : listed) {
      if (!seen.add(name)) {
        throw list.refuse("the name " + name + " twice", "each file once", null);
      }
    }
    for (String name : listed) {
      if (!found.contains(name)) {
        throw list.refuse(
            name + ", of which there is no file " + name + ENDING + " in the folder",
            "the names of files",
            null);
      }
    }
    for (String name : found) {
      if (!listed.contains(name)) {
        throw list.refuse("no line " + name, "one for each file car_NNN_mesh.mat", null);
      }
    }
    return List.copyOf(listed);
  }

  private static String plain(String name) {
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static RecordFile file(DataFile file) {
    Mat5Array images = Mat5File.read(file).array("im");
    images.require(ElementType.BYTE);
    List<Long> shape = List.of(128L, 128L, 3L, (long) AZIMUTHS, (long) ELEVATIONS);
    if (!images.shape().equals(shape)) {
      throw images.refuse("of shape " + images.shape(), "shape " + shape);
    }
    return images.records(VIEWS);
  }
}
