// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.disentangle.error.InvalidInputException;
import org.disentangle.train.ToyImages;
import org.disentangle.train.shard.ImageShard.PackedImages;
import org.disentangle.train.shard.Sharding.ImagePacker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageShardTest {

  private static final int LARGE_CHUNK = 1 << 20;

  private static ImageShard shard(List<float[]> images, int chunkBytes) {
    List<PackedImages> chunks = new ArrayList<>();
    int pixels = images.get(0).length;
    new ImagePacker(images.iterator(), pixels, 1, chunkBytes)
        .forEachRemaining(addressed -> chunks.add(addressed._2()));
    Collections.reverse(chunks);
    return ImageShard.merge(pixels, chunks.iterator());
  }

  private static List<float[]> unpacked(ImageShard shard) {
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < shard.count(); i++) {
      float[] image = new float[shard.pixelsPerImage()];
      shard.copy(i, image, 0);
      for (int position = 0; position < image.length; position++) {
        assertEquals(image[position], shard.value(i, position));
      }
      images.add(image);
    }
    return images;
  }

  private static TreeSet<float[]> asSet(List<float[]> images) {
    TreeSet<float[]> set = new TreeSet<>(Arrays::compare);
    set.addAll(images);
    return set;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 64, 147})
  void givesBackEveryImageExactly(int pixels) {
    List<float[]> images = ToyImages.list(50, pixels);
    ImageShard shard = shard(images, LARGE_CHUNK);
    assertEquals(50, shard.count());
    assertEquals(asSet(images), asSet(unpacked(shard)));
  }

  @Test
  void blockSizeDoesNotChangeTheOrder() {
    List<float[]> images = ToyImages.list(200, 20);
    List<float[]> expected = unpacked(shard(images, LARGE_CHUNK));
    List<float[]> inSmallBlocks = unpacked(shard(ToyImages.shuffled(images, 3), 100));
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), inSmallBlocks.get(i));
    }
  }

  @Test
  void copiesToTheOffset() {
    ImageShard shard = shard(List.of(new float[] {1, 0, 1}), LARGE_CHUNK);
    float[] into = {9, 9, 9, 9, 9};
    shard.copy(0, into, 1);
    assertArrayEquals(new float[] {9, 1, 0, 1, 9}, into);
  }

  @Test
  void choosesTheSmallestExactEncoding() {
    assertEquals(PixelEncoding.BITS, PixelEncoding.smallestFor(new float[] {0, 1, -0f}));
    float[] levels = new float[256];
    for (int i = 0; i < 256; i++) {
      levels[i] = i / 255f;
    }
    assertEquals(PixelEncoding.BYTES, PixelEncoding.smallestFor(levels));
    assertEquals(
        PixelEncoding.FLOATS, PixelEncoding.smallestFor(new float[] {Math.nextUp(17 / 255f), 0}));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, -0.001f, 1.001f, 255f, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotIntensities(float value) {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> PixelEncoding.smallestFor(new float[] {0, 0.3f, value}));
    assertTrue(refusal.getMessage().contains(value + " at position 2"), refusal::getMessage);
  }

  @Test
  void binaryImagesTakeOneBitAValueAndSurviveSerialisation() throws Exception {
    List<float[]> images = new ArrayList<>();
    for (float[] image : ToyImages.list(3000, 4096)) {
      if (images.size() < 1000 && PixelEncoding.smallestFor(image) == PixelEncoding.BITS) {
        images.add(image);
      }
    }
    ImageShard shard = shard(images, LARGE_CHUNK);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shard);
    }
    assertTrue(bytes.size() < 1000 * (512 + 16), () -> "serialised bytes: " + bytes.size());
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    ImageShard copy = (ImageShard) in.readObject();
    assertEquals(asSet(images), asSet(unpacked(copy)));
  }
}
