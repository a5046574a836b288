// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.GridSelection;
import org.disentangle.data.ImageStore;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RowData;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.hdf5.Hdf5Array;
import org.disentangle.data.hdf5.Hdf5File;
import org.disentangle.data.npz.NpyArray;
import org.disentangle.data.npz.NpzFile;
import org.disentangle.image.ImageShape;

/** The original images, or some of them, in the order of their file: NumPy archive or HDF5. */
final class SpriteFile {

  private static final String IMAGES = "imgs";
  private static final String CLASSES = "latents_classes";
  private static final int SIZE = 64;
  private static final ImageShape SHAPE = new ImageShape(1, SIZE, SIZE);

  private SpriteFile() {}

  /** Examines the file, reads its classes and chooses by the options. */
  static RowData parse(OptionReader options) {
    options.imageFormat();
    GridSelection selection = new GridSelection(FactorOptions.indices(options, SpriteFactor.ALL));
    DataFile file = DataFile.find(options.source(), options.path());
    return Hdf5File.begins(file)
        ? hdf5(options, new Hdf5File(file), selection)
        : archive(options, new NpzFile(file), selection);
  }

  private static RowData archive(OptionReader options, NpzFile file, GridSelection selection) {
    NpyArray images = file.array(IMAGES);
    images.require(NpyArray.UINT8, List.of((long) SIZE, (long) SIZE));
    if (file.names().contains(CLASSES)) {
      file.array(CLASSES).require(NpyArray.INT64, List.of(1L + SpriteFactor.ALL.size()));
    }
    int count = (int) Math.min(images.records(), Integer.MAX_VALUE);
    SpriteIndex index = SpriteIndex.read(file, CLASSES, "latents_values", count, selection);
    ImageStore store = imageOfRow -> new SpritePixels(images, imageOfRow);
    return rows(options, count, index, store);
  }

  private static RowData hdf5(OptionReader options, Hdf5File file, GridSelection selection) {
    Hdf5Array images = file.array(IMAGES);
    images.requireShape(Arrays.asList(null, (long) SIZE, (long) SIZE));
    if (!images.elementType().equals(ElementType.BYTE)) {
      throw images.refuse("of type " + images.elementType(), "type uint8");
    }
    int count = images.count();
    SpriteIndex index =
        SpriteIndex.read(file, "latents/classes", "latents/values", count, selection);
    StoredPixels pixels = new StoredPixels(ElementType.BYTE, SHAPE, PixelOrder.CHW, 1);
    return rows(options, count, index, images.images(pixels));
  }

  private static RowData rows(
      OptionReader options, int images, SpriteIndex index, ImageStore store) {
    return StoredImages.of(options, images, SHAPE, columns(images, index), store, index.records());
  }

  private static List<StoredColumn> columns(int images, SpriteIndex index) {
    int[] gridIndices = index.ofImages(images);
    List<StoredColumn> columns = new ArrayList<>();
    for (SpriteFactor factor : SpriteFactor.ALL) {
      columns.add(
          new StoredColumn(
              FactorColumns.nominal(factor.factorColumn(), factor.count(), factor.names()),
              image -> SpriteGrid.factors(gridIndices[image])[factor.ordinal()]));
    }
    for (SpriteFactor factor : SpriteFactor.ALL) {
      columns.add(
          new StoredColumn(
              FactorColumns.value(factor),
              image -> factor.value(SpriteGrid.factors(gridIndices[image])[factor.ordinal()])));
    }
    return columns;
  }
}
