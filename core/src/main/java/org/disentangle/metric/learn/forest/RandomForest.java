// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.SortedFeatures;
import org.disentangle.metric.learn.Weighed;

/**
 * Random forests (Breiman, "Random forests", 2001) of fully searched trees: every feature and every
 * value is a candidate at every split, and equal splits are chosen between at random. Codes that
 * carry the same factor then share its importance, which forests on binned features or with a fixed
 * order of features (those of Spark) do not give. Features are compared in single precision.
 *
 * <p>Each tree is grown on as many rows as there are, drawn with replacement. The importance of a
 * feature is the decrease of impurity (variance, or Gini) by its splits, weighted by rows,
 * normalised to sum 1 in each tree and averaged over the trees that have a split. Trees grow in
 * parallel; the result does not depend on that.
 */
public final class RandomForest {

  private final List<DecisionTree> trees;
  private final double[] importance;

  private RandomForest(double[][] features, Targets targets, ForestSettings settings) {
    SortedFeatures sorted = SortedFeatures.of(features);
    SplittableRandom random = new SplittableRandom(settings.seed());
    SplittableRandom[] streams = new SplittableRandom[settings.trees()];
    Arrays.setAll(streams, tree -> random.split());
    List<Weighed<DecisionTree>> grown =
        Arrays.stream(streams)
            .parallel()
            .map(stream -> grow(sorted, targets, settings.maxDepth(), stream))
            .toList();
    this.trees = grown.stream().map(Weighed::model).toList();
    this.importance = new double[features[0].length];
    for (Weighed<DecisionTree> tree : grown) {
      for (int feature = 0; feature < importance.length; feature++) {
        importance[feature] += tree.importance()[feature];
      }
    }
    normalise(importance);
  }

  /** A forest that predicts numbers, the mean of what its trees predict. */
  public static Weighed<Regressor> regression(
      double[][] features, double[] target, ForestSettings settings) {
    double mean = DoubleStream.of(target).average().orElseThrow();
    double[] centred = DoubleStream.of(target).map(value -> value - mean).toArray();
    RandomForest forest = new RandomForest(features, new NumberTargets(centred), settings);
    return new Weighed<>(row -> mean + forest.predict(row)[0], forest.importance);
  }

  /** A forest that predicts classes, with the mean of the class shares in the leaves reached. */
  public static Weighed<FittedClassifier> classification(
      double[][] features, int[] labels, int numClasses, ForestSettings settings) {
    RandomForest forest =
        new RandomForest(features, new ClassTargets(labels, numClasses), settings);
    return new Weighed<>(forest::predict, forest.importance);
  }

  private double[] predict(double[] features) {
    float[] row = new float[features.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) features[i];
    }
    double[] mean = trees.get(0).predict(row).clone();
    for (DecisionTree tree : trees.subList(1, trees.size())) {
      double[] value = tree.predict(row);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += value[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= trees.size();
    }
    return mean;
  }

  private static Weighed<DecisionTree> grow(
      SortedFeatures features, Targets targets, int maxDepth, SplittableRandom random) {
    int rows = features.rows();
    int[] copies = new int[rows];
    IntStream.range(0, rows).forEach(i -> copies[random.nextInt(rows)]++);
    BaggedTreeGrower grower = new BaggedTreeGrower(features, targets, copies, maxDepth, random);
    DecisionTree tree = grower.grow();
    normalise(grower.importance());
    return new Weighed<>(tree, grower.importance());
  }

  private static void normalise(double[] values) {
    double sum = DoubleStream.of(values).sum();
    if (sum > 0) {
      for (int i = 0; i < values.length; i++) {
        values[i] /= sum;
      }
    }
  }
}
