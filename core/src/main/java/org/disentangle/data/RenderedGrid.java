// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageFormat;

/**
 * The pictures of a grid of factors, rendered while they are read.
 *
 * @param source name of the data source
 * @param factors of the grid
 * @param selection which part of the grid
 * @param sample which pictures of that part, rising
 * @param format of the image column
 * @param renderers makes one renderer per partition
 */
public record RenderedGrid(
    String source,
    List<? extends Factor> factors,
    GridSelection selection,
    Sample sample,
    ImageFormat format,
    Renderers renderers)
    implements SampledRows {

  /** Makes renderers on the executors. */
  @FunctionalInterface
  public interface Renderers extends Supplier<FactorRenderer>, Serializable {}

  /** The selection and the sample that the options ask for, rendered. */
  public static RenderedGrid parse(
      OptionReader options, List<? extends Factor> factors, Renderers renderers) {
    GridSelection selection = new GridSelection(FactorOptions.indices(options, factors));
    Sample sample = Sample.parse(options, selection.size(), Integer.MAX_VALUE);
    return new RenderedGrid(
        options.source(), factors, selection, sample, options.imageFormat(), renderers);
  }

  @Override
  public StructType schema() {
    return FactorColumns.schema(format, renderers.get().shape(), factors);
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    IntUnaryOperator memberOfRow = sample.memberOfRow();
    FactorRenderer renderer = renderers.get();
    return FactorColumns.cells(
        columns,
        factors,
        row -> selection.factors(memberOfRow.applyAsInt(row)),
        factorsOfRow ->
            new ImageCell(
                source,
                format,
                renderer.shape(),
                (row, planes) -> renderer.render(factorsOfRow.apply(row), planes)));
  }
}
