// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.huggingface;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;

/** Spark's writer of rows, whose footers have the list of features; made by Parquet. */
public final class FeatureWriteSupport extends ParquetWriteSupport {

  static final String SETTING = "disentangle.huggingface.features";

  @Override
  public WriteContext init(Configuration configuration) {
    WriteContext context = super.init(configuration);
    Map<String, String> footer = new HashMap<>(context.getExtraMetaData());
    String features = configuration.get(SETTING);
    if (features != null) {
      footer.put(FeatureList.KEY, features);
    }
    return new WriteContext(context.getSchema(), footer);
  }
}
