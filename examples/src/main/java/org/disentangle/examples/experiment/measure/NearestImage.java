// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How far generated images are from real ones: of each the distance to the nearest of at most 5,000
 * real images. Blurred and broken images are far from all, copies are near; that all images are
 * alike it does not notice.
 */
public final class NearestImage implements Measure {

  @Override
  public String name() {
    return "nearest_image";
  }

  @Override
  public String meaning() {
    return "root mean squared difference of pixels of a generated image and the nearest real one; 0 is best";
  }

  @Override
  public double of(MeasuredModel model) {
    List<float[]> real = model.realPixels();
    return StatUtils.mean(
        model.generatedPixels().parallelStream()
            .mapToDouble(image -> Math.sqrt(nearest(image, real) / image.length))
            .toArray());
  }

  private static double nearest(float[] image, List<float[]> real) {
    double least = Double.POSITIVE_INFINITY;
    for (float[] other : real) {
      least = Math.min(least, squaredDistance(image, other, least));
    }
    return least;
  }

  /** Stops where it is no nearer than the given one. */
  private static double squaredDistance(float[] one, float[] other, double enough) {
    double sum = 0;
    for (int pixel = 0; pixel < one.length && sum < enough; pixel++) {
      double difference = one[pixel] - other[pixel];
      sum += difference * difference;
    }
    return sum;
  }
}
