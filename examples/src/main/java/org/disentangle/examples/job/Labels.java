package org.disentangle.examples.job;

import java.util.List;
import java.util.stream.Collectors;
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

  /** Edges of equally wide intervals over the range of a code. */
  static double[] equalWidths(int bins) {
    double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
    return open(
        IntStream.rangeClosed(0, bins).mapToDouble(i -> LatentSpace.LOW + i * width).toArray());
  }

  /** Edges between which there are equally many rows, as nearly as equal values allow. */
  static double[] quantiles(Dataset<Row> rows, String column, int bins) {
    String shares =
        IntStream.rangeClosed(0, bins)
            .mapToObj(i -> (double) i / bins + "D")
            .collect(Collectors.joining(", "));
    List<Double> values =
        rows.select(functions.expr("percentile(`%s`, array(%s))".formatted(column, shares)))
            .head()
            .getList(0);
    if (values.stream().distinct().count() <= bins) {
      throw new InputErrors(ClassifierOnGeneratedImages.class.getSimpleName())
          .parameter(
              "bins",
              bins,
              "fewer bins than column '%s' has values".formatted(column),
              "another factor was meant.");
    }
    return open(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] open(double[] edges) {
    edges[0] = Double.NEGATIVE_INFINITY;
    edges[edges.length - 1] = Double.POSITIVE_INFINITY;
    return edges;
  }

  /** The rows' images with the number of the interval, from 0, that their value is in. */
  Dataset<Row> append(Dataset<Row> rows) {
    return new Bucketizer()
        .setInputCol(column)
        .setOutputCol("label")
        .setSplits(edges)
        .transform(rows)
        .select("image", "label");
  }
}
