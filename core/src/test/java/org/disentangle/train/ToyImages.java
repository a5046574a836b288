// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Random images for {@link ToyProcedure}: bits, bytes and floats in turn. */
public final class ToyImages {

  private ToyImages() {}

  public static List<float[]> list(int count) {
    return list(count, ToyProcedure.PIXELS);
  }

  public static List<float[]> list(int count, int pixels) {
    Random random = new Random(7);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] image = new float[pixels];
      for (int j = 0; j < pixels; j++) {
        image[j] =
            switch (i % 3) {
              case 0 -> random.nextInt(2);
              case 1 -> random.nextInt(256) / 255f;
              default -> random.nextFloat();
            };
      }
      images.add(image);
    }
    return images;
  }

  public static JavaRDD<float[]> rdd(JavaSparkContext spark, int count, int partitions) {
    return spark.parallelize(list(count), partitions);
  }

  public static List<float[]> shuffled(List<float[]> images, long seed) {
    List<float[]> copy = new ArrayList<>(images);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }
}
