// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.InnerImageCells;

/** Turns the pixels of each row into a cell of the image column. */
public final class ImageCell implements Cell {

  private final InnerImageCells cells;
  private final Pixels pixels;
  private final float[] planes;

  /**
   * @param source the name of the data source, for messages
   * @param format the format of the column
   * @param shape of every image
   * @param pixels of the rows; closed with this cell
   */
  public ImageCell(String source, ImageFormat format, ImageShape shape, Pixels pixels) {
    this.cells = new InnerImageCells(new ImageEncoder(format, shape, source, FactorColumns.IMAGE));
    this.pixels = pixels;
    this.planes = new float[shape.size()];
  }

  @Override
  public Object value(int row) throws IOException {
    pixels.read(row, planes);
    return cells.cell(planes, 0);
  }

  @Override
  public void close() throws IOException {
    pixels.close();
  }
}
