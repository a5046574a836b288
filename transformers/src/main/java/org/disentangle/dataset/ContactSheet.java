// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.disentangle.file.Place;
import org.disentangle.image.ImageGrid;
import org.disentangle.latent.CodeRule;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;

/**
 * The first images of a labelled data set as one PNG, ten rows of ten in the order of their ids. If
 * codes are on a grid, a row is as long as the last of them has steps, so that it shows that code
 * alone. The last row of a set of few rows may be shorter than the others.
 */
public final class ContactSheet {

  private static final int ROWS = 10;
  private static final int COLUMNS = 10;

  private final ImageGrid grid;

  /**
   * @param path of a finished set made by this model and sampler
   */
  public ContactSheet(
      SparkSession session, String path, DisentangledModel<?> model, CodeSampler sampler) {
    int columns = columns(sampler);
    LabelledSample sample = LabelledSample.of(session, path, model, sampler, (long) ROWS * columns);
    List<float[]> images = sample.images();
    int width = Math.min(columns, images.size());
    grid = ImageGrid.inRows(sample.shape(), images, width);
  }

  private static int columns(CodeSampler sampler) {
    return sampler.rules().stream()
        .filter(rule -> rule instanceof CodeRule.Grid grid && grid.stride() == 1)
        .mapToInt(rule -> ((CodeRule.Grid) rule).steps())
        .findFirst()
        .orElse(COLUMNS);
  }

  /**
   * Writes the sheet, making its folder if need be.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place file, boolean overwrite) throws IOException {
    grid.write(file, overwrite);
  }

  /** The same for a file on the local disk. */
  public void write(Path file, boolean overwrite) throws IOException {
    write(Place.of(file), overwrite);
  }
}
