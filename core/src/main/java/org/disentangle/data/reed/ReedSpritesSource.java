// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.reed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disentangle.data.DataFile;
import org.disentangle.data.DataFolder;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.hdf5.Hdf5Array;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code sprites}: animated characters of computer games, 60 x 60 RGB, from
 * the published folder of MATLAB 7.3 files (Reed et al. 2015). It has nothing to do with {@code
 * dsprites}.
 *
 * <pre>{@code
 * spark.read().format("sprites").option("split", "train").load("data/sprites");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_label0} ... {@code factor_label6} (int, nominal ML
 * attribute), the seven attributes, which the files number and do not name; {@code
 * factor_animation} (0 to 19: five actions from four sides), {@code factor_frame}, {@code
 * factor_character}, the number in the name of the file. The animation 20 of the files is left out.
 * Rows come character by character, animation by animation.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder with {@code sprites_0.mat}, ..., usually given to {@code load}; no
 *       default.
 *   <li>{@code split}: {@code train}, {@code valid}, {@code test} or {@code all} (default), by
 *       {@code sprites_splits.mat}, which counts characters from 1. A character of the split whose
 *       file is not there is refused, and so is one that two splits have.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>{@code load()} reads the headers of all files and refuses damaged ones with an {@link
 * IllegalArgumentException}. A read holds some frames of one animation per partition. The source
 * cannot be written to.
 */
public final class ReedSpritesSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "sprites";

  private static final String SPLIT = "split";
  private static final String ALL = "all";
  private static final String SPLITS = "sprites_splits.mat";
  private static final Pattern FILE = Pattern.compile("sprites_(\\d{1,6})\\.mat");
  private static final ImageShape SHAPE = new ImageShape(3, ReedCharacter.SIZE, ReedCharacter.SIZE);

  /** Called by Spark. */
  public ReedSpritesSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of(SPLIT)));
    options.imageFormat();
    String split = options.word(SPLIT, ALL, List.of("train", "valid", "test", ALL));
    DataFolder folder = DataFolder.find(NAME, options.path());
    TreeMap<Integer, String> files = new TreeMap<>();
    for (String name : folder.names()) {
      Matcher matcher = FILE.matcher(name);
      if (matcher.matches()) {
        files.put(Integer.parseInt(matcher.group(1)), name);
      }
    }
    if (files.isEmpty()) {
      throw folder.refuse(folder.content(), "files sprites_N.mat");
    }
    if (!split.equals(ALL)) {
      DataFile splits = folder.file(SPLITS);
      Set<Integer> chosen = ReedSplits.read(splits).numbers(split);
      for (int number : chosen) {
        if (!files.containsKey(number)) {
          throw splits.refuse(
              String.format(
                  Locale.ROOT,
                  "the index %d in %s, of which there is no file sprites_%d.mat in the folder",
                  number + 1,
                  split,
                  number),
              "a file for each index of the split",
              null);
        }
      }
      files.keySet().retainAll(chosen);
    }
    List<ReedCharacter> characters = new ArrayList<>();
    files.forEach((number, name) -> characters.add(ReedCharacter.read(number, folder.file(name))));
    return rows(options, characters);
  }

  private static RowData rows(OptionReader options, List<ReedCharacter> characters) {
    List<Hdf5Array> animations = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    Map<String, List<Integer>> columns = new HashMap<>();
    int image = 0;
    for (ReedCharacter character : characters) {
      for (int animation = 0; animation < ReedCharacter.ANIMATIONS; animation++) {
        animations.add(character.animations().get(animation));
        firsts.add(image);
        for (int frame = 0; frame < character.frames(animation); frame++, image++) {
          for (int i = 0; i < ReedCharacter.LABELS; i++) {
            add(columns, "label" + i, character.labels()[i]);
          }
          add(columns, "animation", animation);
          add(columns, "frame", frame);
          add(columns, "character", character.number());
        }
      }
    }
    StoredPixels pixels =
        StoredPixels.of(animations.get(0).elementType(), SHAPE, PixelOrder.COLUMN_MAJOR);
    for (Hdf5Array animation : animations) {
      if (!animation.elementType().equals(pixels.type())) {
        throw animation.refuse(
            "of type " + animation.elementType(), "type " + pixels.type() + ", as the others");
      }
    }
    ReedImages store =
        new ReedImages(animations, firsts.stream().mapToInt(Integer::intValue).toArray(), pixels);
    return StoredImages.of(options, image, SHAPE, columns(columns), store);
  }

  private static void add(Map<String, List<Integer>> columns, String name, int value) {
    columns.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private static List<StoredColumn> columns(Map<String, List<Integer>> values) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ReedCharacter.LABELS; i++) {
      names.add("label" + i);
    }
    names.addAll(Arrays.asList("animation", "frame", "character"));
    return names.stream()
        .map(
            name -> {
              int[] column = values.get(name).stream().mapToInt(Integer::intValue).toArray();
              return name.equals("animation")
                  ? StoredColumn.nominal(
                      "factor_animation", ReedCharacter.ANIMATIONS, List.of(), column)
                  : StoredColumn.nominal("factor_" + name, column);
            })
        .toList();
  }
}
