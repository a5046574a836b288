// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Linear models of each class against all others, by liblinear's primal Newton method. The
 * intercept is the weight of a feature that is always 1, and is penalised as the others are. Two
 * classes are two problems, as any other number is. Nothing here is random.
 *
 * @param weights [class]: the weight of each feature, then the intercept; empty for a class without
 *     rows
 */
record OneVsRest(double[][] weights) {

  /** Of the gradient's length at the start; liblinear makes it smaller still for rare classes. */
  private static final double TOLERANCE = 1e-8;

  static {
    Linear.disableDebugOutput();
  }

  /**
   * @param cost what a row's loss counts beside the squared length of the weights, C
   * @param classWeight from the rows of a class, how many times C each of them costs in its problem
   */
  static OneVsRest fit(
      SolverType solver,
      double cost,
      IntToDoubleFunction classWeight,
      double[][] features,
      int[] labels,
      int numClasses) {
    Feature[][] rows =
        Arrays.stream(features).map(OneVsRest::withIntercept).toArray(Feature[][]::new);
    int[] counts = new int[numClasses];
    for (int label : labels) {
      counts[label]++;
    }
    return new OneVsRest(
        IntStream.range(0, numClasses)
            .parallel()
            .mapToObj(
                label -> {
                  if (counts[label] == 0) {
                    return new double[0];
                  }
                  Parameter parameter = new Parameter(solver, cost, TOLERANCE);
                  parameter.setWeights(
                      new double[] {classWeight.applyAsDouble(counts[label])}, new int[] {1});
                  return Linear.train(problem(rows, labels, label), parameter).getFeatureWeights();
                })
            .toArray(double[][]::new));
  }

  /** Decision value of each class; minus infinity for a class without rows. */
  double[] decisions(double[] features) {
    double[] decisions = new double[weights.length];
    for (int label = 0; label < decisions.length; label++) {
      double[] weight = weights[label];
      if (weight.length == 0) {
        decisions[label] = Double.NEGATIVE_INFINITY;
      } else {
        double sum = weight[features.length];
        for (int i = 0; i < features.length; i++) {
          sum += weight[i] * features[i];
        }
        decisions[label] = sum;
      }
    }
    return decisions;
  }

  private static Problem problem(Feature[][] rows, int[] labels, int positive) {
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = rows[0].length;
    problem.bias = 1;
    problem.x = rows;
    problem.y = Arrays.stream(labels).mapToDouble(label -> label == positive ? 1 : -1).toArray();
    return problem;
  }

  private static Feature[] withIntercept(double[] features) {
    Feature[] nodes = new Feature[features.length + 1];
    for (int i = 0; i < features.length; i++) {
      nodes[i] = new FeatureNode(i + 1, features[i]);
    }
    nodes[features.length] = new FeatureNode(nodes.length, 1);
    return nodes;
  }
}
