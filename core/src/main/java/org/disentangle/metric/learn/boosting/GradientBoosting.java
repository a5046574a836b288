// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.boosting;

import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.SortedFeatures;
import org.disentangle.metric.learn.Weighed;

/**
 * Gradient-boosted classification trees (Friedman, "Greedy function approximation: a gradient
 * boosting machine", 2001, algorithms 5 and 6), the classifier of the DCI score of Locatello et al.
 * No library in Maven Central with a licence that fits has their importances (those of Spark are
 * binary and cut features into bins), so they are grown here.
 *
 * <p>It follows the defaults of scikit-learn's {@code GradientBoostingClassifier}: multinomial
 * deviance with one tree a class and round, or binomial deviance with one tree a round for two
 * classes; all rows and all features for every tree; exact splits by Friedman's improvement, midway
 * between neighbouring values, which are compared in single precision; leaves by one Newton step;
 * the shares of the classes as the start. The importance of a feature is the impurity decrease of
 * its splits, weighted by rows and summed over all trees, no tree being normalised by itself.
 *
 * <p>Each node tries the features in a random order, as in scikit-learn, so that features that part
 * the rows alike share their importance; of equal splits by one feature the lowest threshold is
 * taken. The same input and seed give the same bits on any number of threads.
 */
public final class GradientBoosting {

  /** A leaf whose curvature is smaller keeps what was predicted. */
  private static final double LEAST_CURVATURE = 1e-150;

  /**
   * @param rounds rounds of boosting, at least 1
   * @param learningRate factor of each tree, above 0
   * @param depth depth of each tree, the root being at depth 0; 1 to 7
   * @param seed seed of the choice between equally good splits
   */
  public record Settings(int rounds, double learningRate, int depth, long seed) {

    /** 100 rounds, learning rate 0.1, depth 3, seed 42. */
    public static final Settings DEFAULT = new Settings(100, 0.1, 3, 42);

    public Settings {
      if (rounds < 1 || !(learningRate > 0) || depth < 1 || depth > 7) {
        throw InvalidInputException.of(
            "settings",
            String.format(
                Locale.ROOT, "%d rounds, learning rate %s, depth %d", rounds, learningRate, depth),
            "at least 1 round, a learning rate above 0 and a depth of 1 to 7");
      }
    }
  }

  private final SortedFeatures features;
  private final int[] labels;
  private final Settings settings;
  private final int outputs;
  private final BoostedTrees trees;
  private final Deque<TreeGrower> idleGrowers = new ConcurrentLinkedDeque<>();
  private final double[][] raw;
  private final double[][] residuals;
  private final double[][] decrease;

  private GradientBoosting(
      SortedFeatures features, int[] labels, int numClasses, Settings settings) {
    double[] start = Deviance.start(labels, numClasses);
    this.features = features;
    this.labels = labels;
    this.settings = settings;
    this.outputs = start.length;
    this.trees = new BoostedTrees(settings.rounds() * outputs, settings.depth(), start);
    this.raw = new double[outputs][labels.length];
    for (int output = 0; output < outputs; output++) {
      Arrays.fill(raw[output], start[output]);
    }
    this.residuals = new double[outputs][labels.length];
    this.decrease = new double[outputs][features.numFeatures()];
  }

  /** A classifier with {@link Settings#DEFAULT}. */
  public static Weighed<FittedClassifier> fit(double[][] features, int[] labels, int numClasses) {
    return fit(features, labels, numClasses, Settings.DEFAULT);
  }

  /**
   * Fits a classifier. Constant features have importance 0. If all are constant, or all rows have
   * the same label, no tree has a split and all importances are 0.
   *
   * @param features [row][feature]; finite
   * @param labels class of each row, 0 to {@code numClasses - 1}; a class may have no rows
   * @param numClasses number of classes, at least 2
   * @throws IllegalArgumentException if there are no rows, not as many labels as rows, fewer than
   *     two classes, or a label that is no class
   */
  public static Weighed<FittedClassifier> fit(
      double[][] features, int[] labels, int numClasses, Settings settings) {
    check(features, labels, numClasses);
    GradientBoosting boosting =
        new GradientBoosting(SortedFeatures.of(features), labels, numClasses, settings);
    for (int round = 0; round < settings.rounds(); round++) {
      boosting.round(round);
    }
    return new Weighed<>(boosting.trees, boosting.importance());
  }

  private void round(int round) {
    int blocks = (labels.length + Deviance.BLOCK - 1) / Deviance.BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> Deviance.residuals(raw, labels, residuals, block));
    IntStream.range(0, outputs)
        .parallel()
        .forEach(output -> boost(output, round * outputs + output));
  }

  private void boost(int output, int tree) {
    TreeGrower idle = idleGrowers.poll();
    TreeGrower grower = idle == null ? new TreeGrower(features, settings.depth()) : idle;
    grower.grow(residuals[output], trees, tree, decrease[output], settings.seed() + tree);
    double[] curvature = new double[1 << settings.depth()];
    int positive = outputs == 1 ? 1 : output;
    for (int row = 0; row < labels.length; row++) {
      double probability = (labels[row] == positive ? 1 : 0) - residuals[output][row];
      curvature[grower.leafOf(row)] += probability * (1 - probability);
    }
    double factor = outputs == 1 ? 1 : (outputs - 1.0) / outputs;
    double[] step = new double[curvature.length];
    for (int leaf = 0; leaf < step.length; leaf++) {
      if (curvature[leaf] >= LEAST_CURVATURE) {
        double newton = grower.leafSum(leaf) * factor / curvature[leaf];
        step[leaf] = settings.learningRate() * newton;
        trees.leaf(tree, leaf, step[leaf]);
      }
    }
    for (int row = 0; row < labels.length; row++) {
      raw[output][row] += step[grower.leafOf(row)];
    }
    idleGrowers.push(grower);
  }

  private double[] importance() {
    double[] importance = new double[features.numFeatures()];
    for (double[] ofOutput : decrease) {
      Arrays.setAll(importance, feature -> importance[feature] + ofOutput[feature]);
    }
    double total = Arrays.stream(importance).sum();
    return total > 0
        ? Arrays.stream(importance).map(decrease -> decrease / total).toArray()
        : importance;
  }

  private static void check(double[][] features, int[] labels, int numClasses) {
    if (features.length == 0 || features.length != labels.length || numClasses < 2) {
      throw InvalidInputException.of(
          "training rows",
          String.format(
              Locale.ROOT,
              "%d rows, %d labels, %d classes",
              features.length,
              labels.length,
              numClasses),
          "one or more rows, a label for each, and at least two classes");
    }
    for (int label : labels) {
      if (label < 0 || label >= numClasses) {
        throw InvalidInputException.of(
            "label",
            String.valueOf(label),
            "0 to " + (numClasses - 1),
            "Number the labels by the training rows.");
      }
    }
  }
}
