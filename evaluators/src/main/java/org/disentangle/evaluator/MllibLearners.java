// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.metric.learn.forest.RandomForest;

/**
 * Learners for metrics: logistic regression by Spark MLlib, and {@link RandomForest}, as MLlib's
 * forests merge leaves, bin features and never share importance between equal features.
 *
 * <p>Training rows are sent to the session once and kept in one partition, so that the result does
 * not depend on the number of cores or partitions. Predictions are made on the driver. Nothing
 * stays cached.
 */
final class MllibLearners implements Learners {

  private static final int MAX_ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-6;

  private final SparkSession session;

  MllibLearners(SparkSession session) {
    this.session = session;
  }

  @Override
  public FittedClassifier logistic(double[][] features, int[] labels, int numClasses) {
    int first = labels[0];
    if (Arrays.stream(labels).allMatch(label -> label == first)) {
      double[] certain = new double[numClasses];
      certain[first] = 1;
      return row -> certain.clone();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Broadcast<List<Row>> rows = context.broadcast(rows(features, labels));
    try {
      LogisticRegressionModel model =
          new LogisticRegression()
              .setFamily("multinomial")
              .setRegParam(1.0 / labels.length)
              .setStandardization(false)
              .setMaxIter(MAX_ITERATIONS)
              .setTol(TOLERANCE)
              .fit(data(context, rows, numClasses));
      return row -> model.predictProbability(Vectors.dense(row)).toArray();
    } finally {
      rows.destroy();
    }
  }

  @Override
  public Weighed<Regressor> forest(double[][] features, double[] target, ForestSettings settings) {
    return RandomForest.regression(features, target, settings);
  }

  @Override
  public Weighed<FittedClassifier> forest(
      double[][] features, int[] labels, int numClasses, ForestSettings settings) {
    return RandomForest.classification(features, labels, numClasses, settings);
  }

  private static List<Row> rows(double[][] features, int[] labels) {
    return new ArrayList<>(
        IntStream.range(0, labels.length)
            .mapToObj(row -> RowFactory.create((double) labels[row], Vectors.dense(features[row])))
            .toList());
  }

  /** A table that reads the rows where a task runs; tasks themselves stay small. */
  private Dataset<Row> data(JavaSparkContext context, Broadcast<List<Row>> rows, int numClasses) {
    Metadata classes =
        NominalAttribute.defaultAttr().withName("label").withNumValues(numClasses).toMetadata();
    StructType schema =
        new StructType()
            .add(new StructField("label", DataTypes.DoubleType, false, classes))
            .add("features", SQLDataTypes.VectorType(), false);
    return session.createDataFrame(
        context.parallelize(List.of(0), 1).flatMap(part -> rows.value().iterator()), schema);
  }
}
