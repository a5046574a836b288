// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.FullDisk;
import org.disentangle.testing.OddNames;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Text becomes a path, and its file system is opened or refused in plain words. */
class QualifiedPathTest {

  private static final InputErrors ERRORS = new InputErrors("stage");

  @TempDir Path folder;

  private final Configuration hadoop = new Configuration();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "col:on.gz; text that is no path",
        "file:x; text that is no path",
        "nosuch://h/x; the scheme 'nosuch', which no file system here has",
        "s3a://bucket/x; the scheme 's3a', whose connector is not on the class path",
        "hdfs://no-such-host.invalid/x; a host that nobody knows (no-such-host.invalid)",
        "hdfs:///x; Incomplete HDFS URI, no host",
      })
  void fileSystemsThatCannotBeOpened(String path, String reason) {
    assertRefused(() -> QualifiedPath.of(ERRORS, path, hadoop), path, reason);
    if (reason.contains("scheme")) {
      assertRefused(
          () -> QualifiedPath.of(ERRORS, "--data", path, hadoop), "file:, hdfs:", "(--data)");
    }
  }

  @Test
  void theWebCannotBeListed() {
    QualifiedPath place = QualifiedPath.of(ERRORS, "https://example.invalid/x", hadoop);
    assertRefused(
        () -> place.requireListable(ERRORS, "--data"), "(https) that lists or writes no files");
    assertRefused(() -> place.requireWritable(ERRORS, "--out"), "https", "(--out)");
  }

  @Test
  void placesWhereNothingCanBeWritten() throws IOException {
    QualifiedPath proc = QualifiedPath.of(ERRORS, "/proc/x/y", hadoop);
    assertRefused(() -> proc.requireWritable(ERRORS, "--out"), "file:/proc/x/y", "(--out)");
    String message =
        assertThrows(InvalidInputException.class, () -> proc.requireWritable(ERRORS, "--out"))
            .getMessage();
    assertFalse(message.contains("/.disentangle-"), message);
    QualifiedPath free =
        QualifiedPath.of(ERRORS, folder.resolve("a/b/" + OddNames.WORST).toString(), hadoop);
    free.requireWritable(ERRORS, null);
    assertEquals(0, folder.toFile().list().length);
    assertFalse(free.exists(ERRORS, null));
  }

  @Test
  void nothingStaysOfATrialOnAFullDisk() throws IOException {
    Assumptions.assumeTrue(FullDisk.isThere());
    LocalFileSystem files = new LocalFileSystem(new FullDisk());
    files.initialize(URI.create("file:///"), hadoop);
    QualifiedPath place =
        new QualifiedPath(new org.apache.hadoop.fs.Path("file", null, folder + "/out"), files);
    assertRefused(
        () -> place.requireWritable(ERRORS, "--out"),
        "/out: found an error of the file system (No space left on device)",
        "(--out)");
    assertEquals(0, folder.toFile().list().length);
  }

  @ParameterizedTest
  @MethodSource("org.disentangle.testing.OddNames#all")
  void everyNameIsItself(String name) throws IOException {
    SparkSession spark = SharedSpark.session();
    write("right", name);
    write("wrong", OddNames.decoy(name));
    QualifiedPath place = QualifiedPath.of(ERRORS, folder.toString(), hadoop).child(name);
    assertTrue(place.exists(ERRORS, null));
    String table = place.child("t" + name).toString();
    spark.createDataset(List.of("row"), Encoders.STRING()).write().parquet(table);
    assertTrue(Files.isDirectory(folder.resolve(name).resolve("t" + name)));
    assertEquals(1, QualifiedPath.reader(spark).parquet(table).count());
    assertEquals(
        "right", QualifiedPath.reader(spark).textFile(place.child("x.txt").toString()).head());
  }

  private void write(String text, String name) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("x.txt"), text);
  }

  private static void assertRefused(Executable work, String... parts) {
    String message = assertThrows(InvalidInputException.class, work).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
    assertTrue(message.lines().count() <= 2, message);
  }
}
