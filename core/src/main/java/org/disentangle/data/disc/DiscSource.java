// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.disc;

import java.util.HashSet;
import java.util.Set;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RenderedGrid;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.Sample;

/**
 * The Spark data source {@code cdsprites}: 1,080 pictures of a disc on a circle around the middle,
 * 40 angles x 27 radii, rendered on the executors while they are read. See {@link DiscRenderer}.
 *
 * <p>Columns: {@code image} (64 x 64, one channel); {@code factor_angle}, {@code factor_radius}
 * (int, the index in the whole grid, nominal ML attribute); {@code value_angle} (double, radians)
 * and {@code value_radius} (double, pixels), numeric ML attributes. Rows are in the order of the
 * grid, the radius varying fastest, for any number of partitions.
 *
 * <p>Options, all optional:
 *
 * <ul>
 *   <li>{@code imageFormat}: {@code image}, {@code png}, {@code array} or {@code vector}, see
 *       {@link org.disentangle.image.ImageFormat}; default {@code image}.
 *   <li>{@code factors}: {@code angle}, {@code radius} or {@code all}; default {@code all}. The
 *       other rests: angle at index 0, radius at 26.
 *   <li>{@code angle}, {@code radius}: the indices the factor takes: indices and ranges {@code
 *       first:last} or {@code first:last:step} (both ends included) separated by commas; default
 *       all.
 *   <li>{@code sample}: how many pictures are drawn from these without replacement; default all.
 *   <li>{@code seed}: seed of the sample, default 42.
 *   <li>{@code numPartitions}: from 1 to the number of pictures; default 1.
 * </ul>
 *
 * <p>Unknown options, a path and values out of range are refused with an {@link
 * IllegalArgumentException} by {@code load()}. The source cannot be written to.
 */
public final class DiscSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "cdsprites";

  /** Called by Spark. */
  public DiscSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> names = new HashSet<>(FactorOptions.names(DiscFactor.ALL));
    names.addAll(Sample.OPTIONS);
    names.add(OptionReader.IMAGE_FORMAT);
    options.requireOnly(names);
    return RenderedGrid.parse(options, DiscFactor.ALL, DiscRenderer::new);
  }
}
