// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;

/**
 * The Spark data source {@code teapots}: colour pictures of a teapot with continuous random
 * factors, rendered on the executors while they are read. See {@link TeapotRenderer} for the
 * pictures.
 *
 * <pre>{@code
 * // a training set, and 500 groups of 100 that each have one factor in common
 * spark.read().format("teapots").option("rows", 200_000).load();
 * spark.read().format("teapots").option("groups", 500).option("groupSize", 100).load();
 * }</pre>
 *
 * <p>Columns: {@code image}; one column per factor of the variant, {@code factor_azimuth}, ...
 * (double, numeric ML attribute with the least and the largest value, see {@link TeapotFactor});
 * {@code group} (int, nominal ML attribute) where there are groups. The factors of a row are
 * independent and follow from the seed and the number of the row alone, for any number of
 * partitions and rows. Pictures are only rendered where the image column is used.
 *
 * <p>Options, all optional:
 *
 * <ul>
 *   <li>{@code variant}: {@code standard} (factors azimuth, elevation, red, green, blue), {@code
 *       rotation} (azimuth, polar, spin) or {@code light} (azimuth, polar, spin, lightAzimuth,
 *       lightPolar), see {@link TeapotVariant}; default {@code standard}.
 *   <li>{@code rows}: at least 1; default 200,000.
 *   <li>{@code groups}: instead of {@code rows}, the number of groups from 1 to 1,000,000. The rows
 *       of group m have the value of varying factor m mod F in common, where F factors vary.
 *   <li>{@code groupSize}: rows of a group, at least 1; default 100. Only with {@code groups}.
 *   <li>{@code azimuth}, {@code elevation}, ...: a value at which this factor of the variant is
 *       held, from 0 to {@link TeapotFactor#max()}; by default every factor varies.
 *   <li>{@code imageSize}: height and width, an even number from 16 to 128; default 64.
 *   <li>{@code imageFormat}: {@code image}, {@code png}, {@code array} or {@code vector}, see
 *       {@link org.disentangle.image.ImageFormat}; default {@code image}. The first two round to
 *       bytes.
 *   <li>{@code seed}: seed of the factors, default 42.
 *   <li>{@code numPartitions}: from 1 to the number of rows; default one per 4,096 rows.
 * </ul>
 *
 * <p>Unknown options, a path and values out of range are refused with an {@link
 * IllegalArgumentException} by {@code load()}. The source cannot be written to.
 */
public final class TeapotSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "teapots";

  /** Called by Spark. */
  public TeapotSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    return TeapotOptions.describe(options);
  }
}
