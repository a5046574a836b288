// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.nio.file.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;

/** Small files in the layouts of published data sets, which other programs wrote. */
public final class PublishedFile {

  private PublishedFile() {}

  /** The path of a file or folder of {@code src-test-data/datasets}. */
  public static String path(String name) {
    return Path.of(System.getProperty("disentangle.test.data"), "datasets", name).toString();
  }

  /** Reads a source with arrays as images. */
  public static DataFrameReader reader(String source) {
    return SharedSpark.session().read().format(source).option("imageFormat", "array");
  }

  /** A pixel of an image of format array, as a byte. */
  public static int pixel(Row row, int height, int width, int channel, int y, int x) {
    float value = row.<Float>getList(0).get((channel * height + y) * width + x);
    return Math.round(value * 255);
  }
}
