// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.net.StateArrays;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.KryoRegistration;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/** Arrays of states cross JVMs exactly, and are found where a task left them. */
class StateArraysTest {

  /** Lengths around the size of a block, none at all, and values that are no numbers. */
  private static StateArrays arrays() {
    Random random = new Random(3);
    int[] lengths = {0, 1, (1 << 14) - 1, 1 << 14, (1 << 14) + 1, 100_000};
    float[][] arrays = new float[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      arrays[i] = new float[lengths[i]];
      for (int at = 0; at < lengths[i]; at++) {
        arrays[i][at] = (float) random.nextGaussian();
      }
    }
    arrays[1][0] = -0f;
    arrays[2][7] = Float.NaN;
    arrays[3][7] = Float.NEGATIVE_INFINITY;
    return new StateArrays(arrays);
  }

  @Test
  void everySerializerCarriesThemExactly() {
    SparkConf conf =
        new SparkConf(false)
            .set("spark.kryo.registrationRequired", "true")
            .set("spark.kryo.registrator", KryoRegistration.class.getName());
    for (Serializer serializer : List.of(new JavaSerializer(conf), new KryoSerializer(conf))) {
      var instance = serializer.newInstance();
      var bytes = instance.serialize(arrays(), ClassTag$.MODULE$.apply(StateArrays.class));
      assertTrue(bytes.remaining() < 4 * 150_000 * 1.02, bytes + " are too many");
      StateArrays read = instance.deserialize(bytes, ClassTag$.MODULE$.apply(StateArrays.class));
      assertEquals(arrays(), read);
      assertEquals(0, Float.compare(-0f, read.arrays()[1][0]));
    }
  }

  @Test
  void aTaskLeavesThemAndALostOneIsRunAgain() {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
    JavaRDD<Tuple2<byte[], StateArrays>> workers =
        spark
            .parallelize(List.of(0, 1), 2)
            .map(worker -> new Tuple2<>(new byte[] {1}, worker == 0 ? null : arrays()));
    assertEquals(Optional.empty(), DriverGathering.left(workers, 1));
    workers.persist(StorageLevel.MEMORY_AND_DISK());
    assertEquals(2, workers.count());
    StateArrays left = DriverGathering.left(workers, 1).orElseThrow();
    assertEquals(arrays(), left);
    assertSame(left, DriverGathering.left(workers, 1).orElseThrow());
    workers.unpersist(true);
    assertEquals(Optional.empty(), DriverGathering.left(workers, 1));
    assertEquals(arrays(), DriverGathering.again(workers, 1));
  }
}
