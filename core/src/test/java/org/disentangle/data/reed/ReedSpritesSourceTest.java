// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.reed;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.disentangle.data.DatasetCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Characters 0 and 2 with 2, 3, 1, 2, 1 frames per action and side; a pixel is 20 (y / 10) + x / 20
 * + 30 c + 3 animation + frame + 50 character.
 */
class ReedSpritesSourceTest {

  private static final int FRAMES = 4 * (2 + 3 + 1 + 2 + 1);

  @TempDir Path folder;

  @Test
  void framesAndLabels() {
    List<Row> rows =
        reader("sprites").option("numPartitions", 3).load(path("sprites")).collectAsList();
    assertEquals(2 * FRAMES, rows.size());
    int image = FRAMES + 4 * 2 + 3 + 2; // character 2, animation 5, frame 2
    Row row = rows.get(image);
    assertEquals(2, row.<Integer>getAs("factor_character"));
    assertEquals(5, row.<Integer>getAs("factor_animation"));
    assertEquals(2, row.<Integer>getAs("factor_frame"));
    assertEquals(3, row.<Integer>getAs("factor_label4"));
    assertEquals(2, row.<Integer>getAs("factor_label6"));
    assertEquals((20 * 4 + 1 + 60 + 15 + 2 + 100) % 256, pixel(row, 60, 60, 2, 45, 25));
    assertEquals(20 * 4 + 1 + 30 + 57, pixel(rows.get(FRAMES - 1), 60, 60, 1, 45, 25));
  }

  @Test
  void splitsCountFromOne() {
    assertEquals(FRAMES, reader("sprites").option("split", "train").load(path("sprites")).count());
    Row valid = reader("sprites").option("split", "valid").load(path("sprites")).first();
    assertEquals(2, valid.<Integer>getAs("factor_character"));
    assertRefused(
        "sprites",
        reader("sprites").option("path", path("sprites")).option("split", "test"),
        "sprites_splits.mat: found the index 4 in test",
        "no file sprites_3.mat");
  }

  @Test
  void aCharacterInTwoSplitsIsRefused() throws IOException {
    Path copy = DatasetCopy.of("sprites", folder);
    Path splits = copy.resolve("sprites_splits.mat");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(splits)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 128;
    while (bytes.getDouble(at) != 3) { // of validx
      at += 8;
    }
    Files.write(splits, bytes.putDouble(at, 1).array());
    assertRefused(
        "sprites",
        reader("sprites").option("path", copy.toString()).option("split", "test"),
        "variable validx with the index 1, as trainidx",
        "each character in one split");
  }

  @Test
  void damage() throws IOException {
    Path copy = DatasetCopy.of("sprites", folder);
    Path first = copy.resolve("sprites_0.mat");
    byte[] whole = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(whole, whole.length / 2));
    refused(copy, "sprites_0.mat", "as its header says");
    Files.copy(Path.of(path("svhn_v5.mat")), first, StandardCopyOption.REPLACE_EXISTING);
    refused(copy, "sprites_0.mat", "found a MATLAB file; expected an HDF5 file");
    Files.copy(Path.of(path("svhn_v73.mat")), first, StandardCopyOption.REPLACE_EXISTING);
    refused(copy, "sprites_0.mat", "no variable sprites among [X, y]");
    Files.delete(copy.resolve("sprites_splits.mat"));
    assertRefused(
        "sprites",
        reader("sprites").option("path", copy.toString()).option("split", "train"),
        "no file sprites_splits.mat");
    refused(Path.of(path("yale")), "files sprites_N.mat");
  }

  private static void refused(Path path, String... parts) {
    assertRefused("sprites", reader("sprites").option("path", path.toString()), parts);
  }
}
