// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import java.util.List;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;

/**
 * The Spark data source {@code smallnorb}: photographs of 50 toys, 96 x 96 grey, from the published
 * files (LeCun, Huang and Bottou 2004), plain or compressed by gzip.
 *
 * <pre>{@code
 * spark.read().format("smallnorb").option("split", "all").load("smallnorb");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_category} (animal, human, plane, truck, car), {@code
 * factor_instance} (0 to 9, the number in the file), {@code factor_elevation} (0 to 8), {@code
 * factor_azimuth} (0 to 17, half the number in the file), {@code factor_lighting} (0 to 5), int
 * with a nominal ML attribute; {@code value_elevation} (30 to 70) and {@code value_azimuth} (0 to
 * 340), degrees, double with a numeric attribute. Rows are in the order of the files.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the folder with the files {@code smallnorb-...-dat.mat}, {@code -cat.mat} and
 *       {@code -info.mat} of each half, or with {@code .gz} after them; or one of the {@code dat}
 *       files, beside which the other two lie. Where a file lies there plain and compressed, the
 *       plain one is read. No default.
 *   <li>{@code split}: of a folder, {@code train} (instances 4, 6, 7, 8, 9; default), {@code test}
 *       (0, 1, 2, 3, 5) or {@code all}. Refused with the path of one file.
 *   <li>{@code camera}: {@code left} (default) or {@code right}.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>{@code load()} reads headers, categories and infos, and refuses files that are damaged or
 * missing or do not agree, with an {@link IllegalArgumentException}. A read streams and holds one
 * pair of images per partition; the partition that reads the last pair of a compressed file
 * compares its checksum. The source cannot be written to.
 */
public final class SmallNorbSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "smallnorb";

  static final List<String> CATEGORIES = List.of("animal", "human", "plane", "truck", "car");

  /** Called by Spark. */
  public SmallNorbSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    return new NorbSet(NAME, 96, 4, CATEGORIES).describe(options);
  }
}
