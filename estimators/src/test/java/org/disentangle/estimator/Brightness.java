// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The mean of all bytes of the generated images, 0 to 255: a score that every system's model has,
 * that follows from every weight of its generator, and that stands under the name of its class.
 */
public final class Brightness extends Evaluator implements DefaultParamsWritable {

  private final String uid;

  public Brightness() {
    this("brightness");
  }

  public Brightness(String uid) {
    this.uid = uid;
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public double evaluate(Dataset<?> made) {
    long sum = 0;
    long count = 0;
    for (Row row : made.select("generated").collectAsList()) {
      for (byte value : ImageSchema.getData(row.getStruct(0))) {
        sum += Byte.toUnsignedInt(value);
        count++;
      }
    }
    return (double) sum / count;
  }

  @Override
  public Brightness copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
