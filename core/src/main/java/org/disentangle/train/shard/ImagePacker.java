package org.disentangle.train.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.commons.codec.digest.MurmurHash3;
import org.disentangle.error.InvalidInputException;
import org.disentangle.train.shard.PackedImages.Image;
import scala.Tuple2;

/**
 * Turns a stream of images into packed chunks addressed to logical workers. At most one open chunk
 * a worker and encoding is held, so a partition of any size streams through bounded memory.
 */
final class ImagePacker implements Iterator<Tuple2<Integer, PackedImages>> {

  private static final PixelEncoding[] ENCODINGS = PixelEncoding.values();

  private final Iterator<float[]> images;
  private final int pixelsPerImage;
  private final int numWorkers;
  private final int chunkBytes;
  private final List<List<Image>> open = new ArrayList<>();
  private final Queue<Tuple2<Integer, PackedImages>> ready = new ArrayDeque<>();

  ImagePacker(Iterator<float[]> images, int pixelsPerImage, int numWorkers, int chunkBytes) {
    this.images = images;
    this.pixelsPerImage = pixelsPerImage;
    this.numWorkers = numWorkers;
    this.chunkBytes = chunkBytes;
    for (int slot = 0; slot < numWorkers * ENCODINGS.length; slot++) {
      open.add(new ArrayList<>());
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && images.hasNext()) {
      add(images.next());
    }
    if (ready.isEmpty()) {
      for (int slot = 0; slot < open.size(); slot++) {
        seal(slot);
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, PackedImages> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void add(float[] image) {
    if (image == null || image.length != pixelsPerImage) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "An image to train on has %s values; the networks expect %d",
              image == null ? "no" : image.length,
              pixelsPerImage),
          "The images have another size or number of channels than the architecture.");
    }
    PixelEncoding encoding = PixelEncoding.smallestFor(image);
    byte[] packed = encoding.pack(image);
    long[] hash = MurmurHash3.hash128x64(packed, 0, packed.length, encoding.ordinal());
    int worker = (int) Math.floorMod(hash[0], (long) numWorkers);
    int slot = worker * ENCODINGS.length + encoding.ordinal();
    List<Image> chunk = open.get(slot);
    chunk.add(new Image(hash[0], hash[1], packed));
    if ((chunk.size() + 1L) * packed.length > chunkBytes) {
      seal(slot);
    }
  }

  private void seal(int slot) {
    List<Image> chunk = open.get(slot);
    if (!chunk.isEmpty()) {
      PixelEncoding encoding = ENCODINGS[slot % ENCODINGS.length];
      ready.add(
          new Tuple2<>(
              slot / ENCODINGS.length,
              new PackedImages(encoding, encoding.bytesPerImage(pixelsPerImage), chunk)));
      open.set(slot, new ArrayList<>());
    }
  }
}
