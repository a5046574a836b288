// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsWritable;

/**
 * A stage that can be saved, alone or inside a {@code Pipeline} or {@code CrossValidator}.
 *
 * <p>As it stands only the Params are saved. A stage with more to keep overrides {@code write()}
 * with {@code new StageWriter(this, files -> ...)}. Every persistent stage also has two static
 * methods, by which Spark finds its reader: {@code read()}, which returns a {@link StageReader},
 * and {@code load(String path)}.
 */
public interface PersistentStage extends DefaultParamsWritable, Params {

  @Override
  default StageWriter write() {
    return new StageWriter(this, files -> {});
  }
}
