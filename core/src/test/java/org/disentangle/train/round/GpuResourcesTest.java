// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.ClusterConf;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.TaskDevice;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on an executor whose GPUs are names that a discovery script prints. */
@Tag("cluster")
class GpuResourcesTest {

  private record Bound(int device, long start, long end) {
    boolean overlaps(Bound other) {
      return start < other.end && other.start < end;
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void stopSharedSession() {
    SharedSpark.session().stop();
  }

  private SparkConf cluster(String addresses) throws IOException {
    return ClusterConf.withGpus(folder, addresses)
        .set(TaskDevice.BINDER, RecordingBinder.class.getName())
        .set(RecordingBinder.FOLDER, folder.toString());
  }

  private static TrainingState train(SparkConf conf) {
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      TrainingSettings settings = new TrainingSettings(2, 4, 18, 5, CheckpointSettings.none());
      return new RoundLoop(ToyProcedure.withSwitchAt(7), settings)
          .run(ToyImages.rdd(spark, 60, 2), List.of())
          .state();
    }
  }

  private List<Bound> bound() throws IOException {
    List<Bound> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".sh")).toList()) {
        String[] values = Files.readString(file).split(" ");
        all.add(
            new Bound(
                Integer.parseInt(values[0]), Long.parseLong(values[1]), Long.parseLong(values[2])));
      }
    }
    return all;
  }

  @Test
  void tasksAtTheSameTimeHaveDifferentDevicesAndGiveTheSameBits() throws IOException {
    TrainingState expected = train(ClusterConf.of("local[1]"));
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      assertEquals(expected, train(cluster("\"0\",\"1\"")));
    }
    List<Bound> tasks = bound();
    assertEquals(Set.of(0, 1), tasks.stream().map(Bound::device).collect(Collectors.toSet()));
    int together = 0;
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (tasks.get(i).overlaps(tasks.get(j))) {
          together++;
          assertNotEquals(tasks.get(i).device(), tasks.get(j).device());
        }
      }
    }
    assertTrue(together > 0, "no two tasks ran at the same time");
  }

  @Test
  void wrongAddressesEndTheTraining() throws IOException {
    SparkConf conf = cluster("\"6\",\"7\"");
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      String message = assertThrows(SparkException.class, () -> train(conf)).getMessage();
      assertTrue(message.contains("expected a number from 0 to below 2"), message);
    }
  }

  @Test
  void missingAddressesEndTheTraining() {
    SparkConf conf =
        ClusterConf.of("local[1]").set(TaskDevice.BINDER, RecordingBinder.class.getName());
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      String message = assertThrows(SparkException.class, () -> train(conf)).getMessage();
      assertTrue(message.contains("The task has no GPU address"), message);
    }
  }
}
