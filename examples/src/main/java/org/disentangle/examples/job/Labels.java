// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.latent.LatentSpace;
import org.disentangle.stage.InputErrors;

/**
 * Class labels from a column of numbers.
 *
 * @param edges where the intervals begin and end, rising; the outer two are infinite
 */
record Labels(String column, double[] edges) {

  /** Equally wide intervals over the range of a code. */
  static Labels ofCode(String column, int bins) {
    double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
    return new Labels(
        column, open(IntStream.rangeClosed(0, bins).mapToDouble(i -> LatentSpace.LOW + i * width)));
  }

  /** Intervals with equally many rows, as nearly as equal values of the factor allow. */
  static Labels ofFactor(Dataset<Row> rows, String factor, int bins) {
    String column = "factor_" + factor;
    InputErrors errors = new InputErrors(ClassifierOnGeneratedImages.class.getSimpleName());
    if (!List.of(rows.columns()).contains(column)) {
      throw errors.parameter("factor", factor, "a factor of the data", "Case matters.");
    }
    if (bins < 2) {
      throw errors.parameter("bins", bins, "at least 2 classes");
    }
    double[] shares = IntStream.rangeClosed(0, bins).mapToDouble(i -> (double) i / bins).toArray();
    List<Double> edges =
        rows.select(
                functions.call_function("percentile", functions.col(column), functions.lit(shares)))
            .head()
            .getList(0);
    Labels labels = new Labels(column, open(edges.stream().mapToDouble(Double::doubleValue)));
    if (edges.stream().distinct().count() <= bins
        || labels.append(rows).select("label").distinct().count() < bins) {
      throw errors.parameter(
          "bins",
          bins,
          "so few classes that the values of factor " + factor + " fall into all of them");
    }
    return labels;
  }

  private static double[] open(DoubleStream finite) {
    double[] edges = finite.toArray();
    edges[0] = Double.NEGATIVE_INFINITY;
    edges[edges.length - 1] = Double.POSITIVE_INFINITY;
    return edges;
  }

  /** The images with the number of the interval, from 0, that their value is in. */
  Dataset<Row> append(Dataset<Row> rows) {
    return new Bucketizer()
        .setInputCol(column)
        .setOutputCol("label")
        .setSplits(edges)
        .transform(rows)
        .select("image", "label");
  }
}
