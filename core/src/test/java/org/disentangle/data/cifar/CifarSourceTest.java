// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.cifar;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.DatasetCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixels are 4 y + x + 60 channel + a number per image. */
class CifarSourceTest {

  @TempDir Path folder;

  @Test
  void tenClasses() {
    Dataset<Row> rows =
        reader("cifar").option("split", "all").option("numPartitions", 4).load(path("cifar10"));
    List<Row> all = rows.collectAsList();
    assertEquals(11, all.size());
    assertEquals((4 * 7 + 3 + 120 + 31) % 256, pixel(all.get(5), 32, 32, 2, 7, 3));
    assertEquals(4, all.get(5).<Integer>getAs("label"));
    assertEquals(9, all.get(10).<Integer>getAs("label"));
    assertEquals("automobile", name(rows, "label", 1));
    assertEquals(10, reader("cifar").load(path("cifar10")).count());
    Dataset<Row> one = reader("cifar").load(path("cifar10/test_batch.bin"));
    assertEquals(1, one.count());
    assertEquals("truck", name(one, "label", 9));
  }

  @Test
  void aPattern() throws IOException {
    Path copy = DatasetCopy.of("cifar10", folder);
    String some = copy.resolve("data_batch_[24].bin").toString();
    Dataset<Row> rows = reader("cifar").load(some);
    List<Row> expected =
        reader("cifar").load(copy.resolve("data_batch_2.bin").toString()).collectAsList();
    assertEquals(expected, rows.collectAsList().subList(0, expected.size()));
    assertEquals(2 * expected.size(), rows.count());
    assertEquals("truck", name(rows, "label", 9));
    refused(
        copy.resolve("train_*"), "found nothing that matches train_* among batches.meta.txt, data");
    refused(copy.resolve("data_[1.bin"), "the pattern data_[1.bin");
    assertRefused("cifar", reader("cifar").option("path", some).option("split", "all"), "split");
    Path named = Files.move(copy.resolve("data_batch_1.bin"), copy.resolve("data_batch_[2].bin"));
    assertEquals(2, reader("cifar").load(named.toString()).count());
  }

  @Test
  void hundredClasses() {
    Dataset<Row> rows = reader("cifar").option("classes", 100).load(path("cifar100"));
    List<Row> all = rows.collectAsList();
    assertEquals(4, all.size());
    assertEquals(97, all.get(2).<Integer>getAs("label"));
    assertEquals(2, all.get(2).<Integer>getAs("label_coarse"));
    assertEquals("fine97", name(rows, "label", 97));
    assertEquals("coarse2", name(rows, "label_coarse", 2));
    assertEquals(4 * 7 + 3 + 60 + 2, pixel(all.get(2), 32, 32, 1, 7, 3));
  }

  private static String name(Dataset<Row> rows, String column, int index) {
    return ((NominalAttribute) Attribute.fromStructField(rows.schema().apply(column)))
        .values()
        .get()[index];
  }

  @Test
  void damage() throws IOException {
    Path copy = DatasetCopy.of("cifar10", folder);
    Path third = copy.resolve("data_batch_3.bin");
    byte[] whole = Files.readAllBytes(third);
    Files.write(third, Arrays.copyOf(whole, whole.length - 1));
    refused(copy, "data_batch_3.bin", "6145 bytes", "a multiple of the 3073 bytes");
    byte[] label = whole.clone();
    label[3073] = 10;
    Files.write(third, label);
    refused(copy, "data_batch_3.bin", "the label 10 of image 1", "0 to 9");
    Files.delete(third);
    refused(copy, "no file data_batch_3.bin among");
    Files.writeString(copy.resolve("batches.meta.txt"), "one\ntwo\n");
    refused(copy.resolve("test_batch.bin"), "batches.meta.txt", "2 different names", "10 names");
    assertRefused(
        "cifar",
        reader("cifar").option("path", path("cifar100/train.bin")),
        "Set option classes to 100");
    assertRefused(
        "cifar",
        reader("cifar").option("path", path("svhn_v5.mat")),
        "found a MATLAB file",
        "3073 bytes of a record");
  }

  @Test
  void theFolderOfTheOtherSetIsRefusedWithItsOption() {
    refused(Path.of(path("cifar100")), "no file data_batch_1.bin", "or option classes=100");
    assertRefused(
        "cifar",
        reader("cifar").option("classes", 100).option("path", path("cifar10")),
        "no file train.bin",
        "the files of CIFAR-100, or option classes=10");
  }

  @Test
  void aSixthBatchIsRefused() throws IOException {
    Path copy = DatasetCopy.of("cifar10", folder);
    Files.copy(copy.resolve("data_batch_5.bin"), copy.resolve("data_batch_6.bin"));
    refused(copy, "beside the batches 1 to 5 also data_batch_6.bin", "data_batch_*.bin");
    assertEquals(12, reader("cifar").load(copy + "/data_batch_*.bin").count());
    assertEquals(1, reader("cifar").option("split", "test").load(copy.toString()).count());
  }

  @Test
  void aSplitOfOneFileIsRefused() {
    assertRefused(
        "cifar",
        reader("cifar").option("path", path("cifar10/test_batch.bin")).option("split", "train"),
        "split is \"train\"; expected no such option");
  }

  private static void refused(Path path, String... parts) {
    assertRefused("cifar", reader("cifar").option("path", path.toString()), parts);
  }
}
