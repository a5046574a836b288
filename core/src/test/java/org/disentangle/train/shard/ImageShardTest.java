// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.train.ToyImages;
import org.disentangle.train.shard.Sharding.ImagePacker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageShardTest {

  private static final int LARGE_CHUNK = 1 << 20;

  private final List<ImageShard> open = new ArrayList<>();

  @TempDir Path directory;

  private List<PackedImages> chunks(List<float[]> images, int chunkBytes) {
    List<PackedImages> chunks = new ArrayList<>();
    Iterator<PackedImage> packed = images.stream().map(PackedImage::ofValues).iterator();
    new ImagePacker(packed, images.get(0).length, 1, chunkBytes)
        .forEachRemaining(addressed -> chunks.add(addressed._2()));
    Collections.reverse(chunks);
    return chunks;
  }

  private ImageShard shard(List<float[]> images, int chunkBytes) throws IOException {
    return shard(images.get(0).length, chunks(images, chunkBytes));
  }

  private ImageShard shard(int pixels, List<PackedImages> chunks) throws IOException {
    ShardFile file = ShardFile.at(directory.resolve("shard").toFile());
    ImageShard shard = ShardWriter.write(pixels, chunks.iterator(), file);
    open.add(shard);
    return shard;
  }

  @AfterEach
  void close() {
    open.forEach(ImageShard::close);
  }

  private static List<float[]> unpacked(ImageShard shard) {
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < shard.count(); i++) {
      float[] image = new float[shard.pixelsPerImage()];
      shard.copy(i, image, 0);
      images.add(image);
    }
    for (int position = 0; position < shard.pixelsPerImage(); position++) {
      float[] column = shard.column(position);
      for (int i = 0; i < column.length; i++) {
        assertEquals(images.get(i)[position], column[i]);
      }
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
  void givesBackEveryImageExactly(int pixels) throws IOException {
    List<float[]> images = ToyImages.list(50, pixels);
    ImageShard shard = shard(images, LARGE_CHUNK);
    assertEquals(50, shard.count());
    assertEquals(asSet(images), asSet(unpacked(shard)));
  }

  @Test
  void blockSizeDoesNotChangeTheOrder() throws IOException {
    List<float[]> images = ToyImages.list(200, 20);
    List<float[]> expected = unpacked(shard(images, LARGE_CHUNK));
    List<float[]> inSmallBlocks = unpacked(shard(ToyImages.shuffled(images, 3), 100));
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), inSmallBlocks.get(i));
    }
  }

  @Test
  void copiesToTheOffset() throws IOException {
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

  @Test
  void bytesArePackedAsTheValuesThatTheyMean() {
    byte[] levels = new byte[259];
    byte[] bits = new byte[259];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) i;
      bits[i] = (byte) (i % 3 == 0 ? 255 : 0);
    }
    for (byte[] image : List.of(levels, bits)) {
      float[] values = new float[image.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (image[i] & 0xff) / 255f;
      }
      PackedImage expected = PackedImage.ofValues(values);
      PackedImage packed = PackedImage.ofBytes(image);
      assertEquals(expected.encoding(), packed.encoding());
      assertArrayEquals(expected.packed(), packed.packed());
      assertEquals(expected.high(), packed.high());
      assertEquals(expected.low(), packed.low());
    }
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
  void binaryImagesTakeOneBitAValue() {
    float[] image = new float[4096];
    image[7] = 1;
    PackedImages chunk = chunks(Collections.nCopies(10, image), LARGE_CHUNK).get(0);
    assertEquals(PixelEncoding.BITS, chunk.encoding());
    assertEquals(10 * 512, chunk.data().length);
  }

  private static PackedImages collided(PixelEncoding encoding, float[] image) {
    long[] hash = {3, 4};
    return new PackedImages(
        encoding, List.of(new PackedImage(image.length, encoding, encoding.pack(image), hash)));
  }

  @Test
  void imagesOfOneHashAreInTheOrderOfTheirContents() throws IOException {
    List<float[]> images = List.of(new float[] {1, 1}, new float[] {0, 1}, new float[] {1, 0});
    List<PackedImages> chunks = new ArrayList<>();
    for (float[] image : images) {
      chunks.add(collided(PixelEncoding.BITS, image));
    }
    chunks.add(chunks.get(1));
    chunks.add(0, collided(PixelEncoding.BYTES, new float[] {0.2f, 0}));
    ImageShard shard = shard(2, chunks);
    assertEquals(4, shard.contents().distinct());
    List<float[]> expected =
        List.of(
            new float[] {1, 0},
            new float[] {0, 1},
            new float[] {0, 1},
            new float[] {1, 1},
            new float[] {0.2f, 0});
    assertEquals(
        expected.stream().map(Arrays::toString).toList(),
        unpacked(shard).stream().map(Arrays::toString).toList());
  }

  @Test
  void theFileHasNoNameAndItsSpaceIsFreeOnceItIsClosed() throws IOException {
    ImageShard shard = shard(ToyImages.list(50), LARGE_CHUNK);
    assumeTrue(File.separatorChar == '/', "open files keep their names");
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
    shard.close();
    assertThrows(
        UncheckedIOException.class, () -> shard.copy(0, new float[shard.pixelsPerImage()], 0));
  }

  @Test
  void aFullDiskIsRefusedByName() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Files.createSymbolicLink(directory.resolve("shard"), full);
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> shard(ToyImages.list(50), LARGE_CHUNK));
    assertTrue(refusal.getMessage().contains("No space left on device after 0 bytes"));
    assertTrue(refusal.getMessage().contains(directory.toString()));
    assertTrue(refusal.getMessage().contains("spark.local.dir"));
  }

  @Test
  void anInterruptedThreadReadsAndLeavesTheShardOpen() throws IOException {
    List<float[]> images = ToyImages.list(50);
    ImageShard shard = shard(images, LARGE_CHUNK);
    Thread.currentThread().interrupt();
    assertEquals(asSet(images), asSet(unpacked(shard)));
    assertTrue(Thread.interrupted());
    assertEquals(asSet(images), asSet(unpacked(shard)));
  }

  @Test
  void inAnotherJvmItHasItsContentsAndNoImages() throws Exception {
    ImageShard shard = shard(ToyImages.list(1000), LARGE_CHUNK);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shard);
    }
    assertTrue(bytes.size() < 500, () -> "serialised bytes: " + bytes.size());
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    ImageShard copy = (ImageShard) in.readObject();
    assertTrue(shard.isHere());
    assertFalse(copy.isHere());
    assertEquals(shard.contents(), copy.contents());
    copy.close();
  }
}
