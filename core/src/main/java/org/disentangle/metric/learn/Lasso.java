package org.disentangle.metric.learn;

/** Linear regression with an L1 penalty and no intercept. */
public final class Lasso {

  private Lasso() {}

  /** The minimum over w of {@code ||y - X w||^2 / (2 N) + alpha ||w||_1}. */
  public static double[] coefficients(double[][] features, double[] target, double alpha) {
    int numFeatures = features[0].length;
    double[] weights = new double[numFeatures];
    double[] residuals = target.clone();
    double change;
    int sweep = 0;
    do {
      change = 0;
      for (int feature = 0; feature < numFeatures; feature++) {
        double squares = 0;
        double product = 0;
        for (int row = 0; row < target.length; row++) {
          squares += features[row][feature] * features[row][feature];
          product += features[row][feature] * residuals[row];
        }
        if (squares > 0) {
          double pull = product + weights[feature] * squares;
          double shrunk = Math.max(0, Math.abs(pull) - alpha * target.length);
          double weight = Math.signum(pull) * shrunk / squares;
          double step = weight - weights[feature];
          for (int row = 0; row < target.length; row++) {
            residuals[row] -= step * features[row][feature];
          }
          weights[feature] = weight;
          change = Math.max(change, Math.abs(step));
        }
      }
    } while (change > 1e-10 && ++sweep < 10_000);
    return weights;
  }
}
