// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.disentangle.data.Cell;
import org.disentangle.data.DataFile;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.GridSelection;
import org.disentangle.data.ImageCell;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.Sample;
import org.disentangle.data.npz.NpyArray;
import org.disentangle.data.npz.NpzFile;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/**
 * The original images, or some of them, in the order of their file.
 *
 * @param images the array of the images
 * @param index which of the images, and their factors
 * @param format of the image column
 * @param numPartitions partitions of the data set
 */
record SpriteFile(NpyArray images, SpriteIndex index, ImageFormat format, int numPartitions)
    implements RowData {

  private static final String CLASSES = "latents_classes";
  private static final int SIZE = 64;
  private static final ImageShape SHAPE = new ImageShape(1, SIZE, SIZE);

  /** Examines the file, reads its classes and chooses by the options. */
  static SpriteFile parse(OptionReader options) {
    ImageFormat format = options.imageFormat();
    GridSelection selection = new GridSelection(FactorOptions.indices(options, SpriteFactor.ALL));
    NpzFile file = new NpzFile(DataFile.find(options.source(), options.path()));
    NpyArray images = file.array("imgs");
    images.require(NpyArray.UINT8, List.of((long) SIZE, (long) SIZE));
    if (file.names().contains(CLASSES)) {
      file.array(CLASSES).require(NpyArray.INT64, List.of(1L + SpriteFactor.ALL.size()));
    }
    int count = (int) Math.min(images.records(), Integer.MAX_VALUE);
    SpriteIndex all = SpriteIndex.read(file, CLASSES, "latents_values", count, selection);
    int parallel = SparkSession.active().sparkContext().defaultParallelism();
    Sample sample = Sample.parse(options, all.rows(), parallel);
    return new SpriteFile(images, all.sampled(sample), format, sample.numPartitions());
  }

  @Override
  public StructType schema() {
    return FactorColumns.schema(format, SHAPE, SpriteFactor.ALL);
  }

  @Override
  public int rows() {
    return index.rows();
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    return FactorColumns.cells(
        columns,
        SpriteFactor.ALL,
        row -> SpriteGrid.factors(index.gridIndices()[row]),
        factorsOfRow ->
            new ImageCell(
                SpriteSource.NAME, format, SHAPE, new SpritePixels(images, index.records())));
  }
}
