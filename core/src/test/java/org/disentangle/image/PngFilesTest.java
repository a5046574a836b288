// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class PngFilesTest {

  private static final ImageShape GREY = new ImageShape(1, 2, 3);
  private static final ImageShape COLOUR = new ImageShape(3, 2, 3);

  @Test
  void otherProgramsSeeTheSameColours() throws IOException {
    float[] image = new float[COLOUR.size()];
    image[0] = 1f;
    image[6] = 0.4f;
    image[12] = 0.2f;
    byte[] png = (byte[]) encoder(COLOUR).encode(image);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(0xFFFF6633, read.getRGB(0, 0));
    assertEquals(0xFF000000, read.getRGB(1, 0));
  }

  /** Even areas are written without differences, shades with them; both are read alike. */
  @Test
  void drawnPicturesAndShadesAreReadAsTheyWere() throws IOException {
    ImageShape shape = new ImageShape(1, 32, 32);
    float[] square = new float[shape.size()];
    float[] shades = new float[shape.size()];
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        square[y * 32 + x] = x > 8 && x < 20 && y > 5 && y < 17 ? 1 : 0;
        shades[y * 32 + x] = (x * 5 + y) / 255f;
      }
    }
    for (float[] image : List.of(square, shades)) {
      byte[] png = (byte[]) encoder(shape).encode(image);
      assertTrue(png.length < 160, () -> png.length + " bytes");
      int[] read =
          ImageIO.read(new ByteArrayInputStream(png))
              .getRaster()
              .getPixels(0, 0, 32, 32, (int[]) null);
      for (int i = 0; i < read.length; i++) {
        assertEquals(Math.round(255 * image[i]), read[i]);
      }
    }
  }

  @Test
  void whatCannotBeCompressedHasRoom() {
    ImageShape shape = new ImageShape(3, 300, 200);
    SplittableRandom random = new SplittableRandom(1);
    float[] noise = new float[shape.size()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextInt(256) / 255f;
    }
    byte[] png = (byte[]) encoder(shape).encode(noise);
    assertTrue(png.length > noise.length, () -> png.length + " bytes");
    assertArrayEquals(noise, decoder(shape).decode(png));
  }

  @Test
  void aGreyCellIsAGreyPngOfEightBits() {
    PngHeader header =
        PngHeader.read(
            (byte[]) encoder(GREY).encode(new float[GREY.size()]),
            new CellPlace("test", "picture"));
    assertEquals(new PngHeader(3, 2, 8, 0), header);
  }

  @Test
  void sixteenBitsAreKept() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(1, 0, 0, 257 * 100 + 1);
    image.getRaster().setSample(2, 1, 0, 65_535);
    float[] expected = {0, 25_701 / 65_535f, 0, 0, 0, 1};
    assertArrayEquals(expected, decoder(GREY).decode(png(image)));
  }

  @Test
  void sixteenBitColoursAreKept() throws IOException {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(3, 2);
    raster.setPixel(1, 1, new int[] {1, 30_000, 65_535});
    BufferedImage image = new BufferedImage(model, raster, false, null);
    float[] planes = decoder(COLOUR).decode(png(image));
    assertEquals(1 / 65_535f, planes[4]);
    assertEquals(30_000 / 65_535f, planes[10]);
    assertEquals(1f, planes[16]);
  }

  @Test
  void blackAndWhitePngsAreRead() {
    byte[] bits = {(byte) 0b1010_0000, 0b0100_0000};
    assertArrayEquals(
        new float[] {1, 0, 1, 0, 1, 0}, decoder(GREY).decode(RawPng.file(3, 2, 1, 0, bits)));
  }

  @Test
  void alphaAndPaletteAreRefused() throws IOException {
    assertRefused(png(new BufferedImage(3, 2, BufferedImage.TYPE_4BYTE_ABGR)), "alpha channel");
    byte[] levels = {0, 50, 100, (byte) 200};
    IndexColorModel palette = new IndexColorModel(2, 4, levels, levels, levels);
    assertRefused(
        png(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_BINARY, palette)), "a palette PNG");
  }

  @Test
  void aTransparentColourIsRefused() {
    byte[] pixels = {10, 20, 30, 40, 50, 60};
    assertRefused(
        RawPng.file(3, 2, 8, 0, pixels, RawPng.chunk("tRNS", new byte[] {0, 20})),
        "a transparent colour");
  }

  /** No array holds so many values, whoever asks: for the pixels or for the shape alone. */
  @Test
  void sizesBeyondEveryArrayAreRefusedByPlace() {
    byte[] png = RawPng.file(1 << 30, 1, 8, 2, new byte[3]);
    assertRefused(png, "a PNG of width 1073741824, height 1 and 3 channels");
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> PictureSize.of(png, png.length, "test", "picture", "huge.png"))
            .getMessage();
    assertTrue(message.contains("file huge.png"), message);
  }

  @Test
  void damagedFilesAreRefused() {
    byte[] png = (byte[]) encoder(GREY).encode(TestImages.random(GREY, 1));
    assertRefused(new byte[0], "no bytes at all");
    assertRefused(
        "not a picture, only a text".getBytes(StandardCharsets.UTF_8),
        "26 bytes of text that begin 'not a picture, only a te'");
    assertRefused(Arrays.copyOf(png, 20), "20 bytes of a PNG without its header");
    assertRefused("GIF89a...".getBytes(StandardCharsets.UTF_8), "a GIF file");
    assertRefused(new byte[] {1, 2, 3}, "3 bytes that are neither PNG nor JPEG");
    assertRefused(Arrays.copyOf(png, 40), "cannot be decoded");
    assertRefused(Arrays.copyOf(png, 48), "cannot be decoded");
    byte[] garbled = png.clone();
    Arrays.fill(garbled, 43, 50, (byte) 0x55);
    assertRefused(garbled, "cannot be decoded");
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] png, String found) {
    String message =
        assertThrows(InvalidInputException.class, () -> decoder(GREY).decode(png)).getMessage();
    assertTrue(message.startsWith("test: column \"picture\" holds "), message);
    assertTrue(message.contains(found), message);
  }

  private static ImageEncoder encoder(ImageShape shape) {
    return new ImageEncoder(ImageFormat.PNG, shape, "test", "picture");
  }

  private static ImageDecoder decoder(ImageShape shape) {
    return new ImageDecoder(ImageFormat.PNG, shape, "test", "picture");
  }
}
