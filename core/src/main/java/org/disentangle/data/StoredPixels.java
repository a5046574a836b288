// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.disentangle.image.ImageShape;

/**
 * How a file stores the values of one image.
 *
 * @param type of each value
 * @param shape of the image
 * @param order of the values
 * @param white the number that means 1; 0 means 0
 * @param whiteOption the option that specifies white, for messages; empty if there is none
 */
public record StoredPixels(
    ElementType type, ImageShape shape, PixelOrder order, double white, String whiteOption)
    implements Serializable {

  private static final int BYTE_VALUES = 256;
  private static final double FULL_BYTE = 255;

  /** Values whose white no option specifies. */
  public StoredPixels(ElementType type, ImageShape shape, PixelOrder order, double white) {
    this(type, shape, order, white, "");
  }

  /** Whole numbers of 0 to 255, floats and truth values of 0 to 1. */
  public static StoredPixels of(ElementType type, ImageShape shape, PixelOrder order) {
    boolean bytes = type.whole() && type.kind() != ElementType.Kind.TRUTH;
    return new StoredPixels(type, shape, order, bytes ? FULL_BYTE : 1);
  }

  /** Bytes per image. */
  public int bytes() {
    return Math.multiplyExact(shape.size(), type.bytes());
  }

  /** What reads images, one after the other. */
  public Decoder decoder() {
    return new Decoder(this);
  }

  /** Reads images; for one thread. */
  public static final class Decoder {

    private final StoredPixels pixels;
    private final int[] places;
    private final float[] ofByte;

    private Decoder(StoredPixels pixels) {
      this.pixels = pixels;
      this.places = pixels.order.planePlaces(pixels.shape);
      this.ofByte = pixels.type.equals(ElementType.BYTE) ? scale(pixels.white) : null;
    }

    /** The value of each byte; NaN above white. */
    private static float[] scale(double white) {
      float[] scale = new float[BYTE_VALUES];
      for (int value = 0; value < BYTE_VALUES; value++) {
        scale[value] = value > white ? Float.NaN : (float) (value / white);
      }
      return scale;
    }

    /**
     * Reads one image.
     *
     * @param stored holds it
     * @param from its first byte
     * @param planes receives values in [0, 1] in the order channel, row, column
     * @return -1, or the first byte of a value that is not from 0 to white
     */
    public int decode(byte[] stored, int from, float[] planes) {
      return ofByte != null
          ? decodeBytes(stored, from, planes)
          : decodeNumbers(pixels.type.wrap(stored), from, planes);
    }

    private int decodeBytes(byte[] stored, int from, float[] planes) {
      for (int i = 0; i < places.length; i++) {
        float value = ofByte[stored[from + i] & 0xff];
        if (value != value) {
          return from + i;
        }
        planes[places[i]] = value;
      }
      return -1;
    }

    private int decodeNumbers(ByteBuffer stored, int from, float[] planes) {
      for (int i = 0; i < places.length; i++) {
        int place = from + i * pixels.type.bytes();
        double value = pixels.type.value(stored, place);
        if (!(value >= 0 && value <= pixels.white)) {
          return place;
        }
        planes[places[i]] = (float) (value / pixels.white);
      }
      return -1;
    }

    /**
     * What is wrong with a value, for messages.
     *
     * @param image number of the image
     */
    public String problem(byte[] stored, int place, long image) {
      double value = pixels.type.value(pixels.type.wrap(stored), place);
      return String.format(Locale.ROOT, "the pixel value %s in image %d", plain(value), image);
    }

    /** The values that are allowed, for messages. */
    public String expected() {
      String white = plain(pixels.white);
      return pixels.whiteOption.isEmpty()
          ? "0 to " + white
          : String.format(
              Locale.ROOT, "0 to %s, where %s is option %s", white, white, pixels.whiteOption);
    }

    private static String plain(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
