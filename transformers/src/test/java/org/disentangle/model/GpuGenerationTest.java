// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.testing.ClusterConf;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.TaskDevice;
import org.disentangle.train.round.RecordingBinder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generating and encoding on an executor whose GPUs are names that a discovery script prints. */
@Tag("cluster")
class GpuGenerationTest {

  @TempDir Path folder;

  private SparkConf cluster() throws IOException {
    return ClusterConf.withGpus(folder, "\"0\",\"1\"")
        .set(TaskDevice.BINDER, RecordingBinder.class.getName())
        .set(RecordingBinder.FOLDER, folder.toString());
  }

  /** Images of drawn codes, and the codes inferred from these images. */
  private static List<Row> generatedAndEncoded(SparkSession spark) {
    InfoGanCrModel model = TinyModel.model();
    var generated = model.transform(TinyModel.sampler().transform(spark.range(0, 40, 1, 4).toDF()));
    return new InfoGanCrModel("encoder", model.data())
        .setImageCol("generated")
        .setGeneratedCol("again")
        .transform(generated.select("id", "generated"))
        .select("id", "codes", "again")
        .sort("id")
        .collectAsList();
  }

  @Test
  void everyTaskIsBoundToItsDeviceAndGivesTheSameImages() throws IOException {
    List<Row> expected = generatedAndEncoded(SharedSpark.session());
    SharedSpark.session().stop();
    QuietSpark quiet = new QuietSpark();
    try (quiet;
        SparkSession spark = SparkSession.builder().config(cluster()).getOrCreate()) {
      assertEquals(expected, generatedAndEncoded(spark));
    }
    Set<String> devices = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".sh")).toList()) {
        devices.add(Files.readString(file).split(" ")[0]);
      }
    }
    assertEquals(Set.of("0", "1"), devices);
  }
}
