// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;

/**
 * The Spark data source {@code norb}: the jittered and cluttered photographs of NORB, 108 x 108
 * grey, from the published files, plain or compressed by gzip; all numbered files of a half in
 * their order, from 01 on. A number that is missing between them is refused.
 *
 * <pre>{@code
 * spark.read().format("norb").option("camera", "right").load("norb");
 * }</pre>
 *
 * <p>Columns and options are those of {@link SmallNorbSource}; files are named {@code norb-...}.
 * {@code factor_category} has a sixth value, blank, for images without an object, whose infos mean
 * nothing; a negative one of them is read as 0. Six more columns have how the object was changed,
 * double with a numeric ML attribute, in the numbers of the file: {@code value_horizontal_shift},
 * {@code value_vertical_shift}, {@code value_luminance}, {@code value_contrast}, {@code
 * value_scale}, {@code value_rotation}.
 */
public final class NorbSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "norb";

  /** Called by Spark. */
  public NorbSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    List<String> categories = new ArrayList<>(SmallNorbSource.CATEGORIES);
    categories.add("blank");
    return new NorbSet(NAME, 108, 10, categories).describe(options);
  }
}
