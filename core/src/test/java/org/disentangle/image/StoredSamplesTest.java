// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a file says about how its samples should look changes none of them. */
class StoredSamplesTest {

  private static final ImageShape COLOUR = new ImageShape(3, 16, 24);
  private static final ImageShape GREY = new ImageShape(1, 16, 24);
  private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  private static final byte[] BROKEN = "no profile at all".getBytes(StandardCharsets.US_ASCII);

  @Test
  void profilesOfJpegsAreIgnored() throws IOException {
    byte[] jpeg = TestJpeg.file(TestImages.random(COLOUR, 3), COLOUR);
    float[] expected = decode(jpeg, COLOUR);
    for (byte[] icc : new byte[][] {LINEAR, BROKEN, Arrays.copyOf(LINEAR, 60), new byte[0]}) {
      byte[] profiled = JpegParts.with(jpeg, 0xE2, JpegParts.profile(icc));
      assertArrayEquals(expected, decode(profiled, COLOUR));
    }
  }

  @Test
  void profilesOfGreyJpegsAreIgnored() throws IOException {
    byte[] jpeg = TestJpeg.file(TestImages.random(GREY, 3), GREY);
    byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    for (byte[] profile : new byte[][] {icc, BROKEN, LINEAR}) {
      byte[] profiled = JpegParts.with(jpeg, 0xE2, JpegParts.profile(profile));
      assertArrayEquals(decode(jpeg, GREY), decode(profiled, GREY));
    }
  }

  @Test
  void profilesAndGammaOfPngsAreIgnored() {
    byte[] rows = new byte[24 * 16 * 3];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) (i * 37);
    }
    float[] expected = decode(RawPng.file(24, 16, 8, 2, rows), COLOUR);
    byte[][] chunks = {
      RawPng.chunk("gAMA", new byte[] {0, 0, 1, 0}),
      RawPng.chunk("sRGB", new byte[] {0}),
      RawPng.chunk("iCCP", BROKEN),
      RawPng.chunk("cHRM", new byte[3]),
      RawPng.chunk("zTXt", BROKEN),
      RawPng.chunk("tIME", BROKEN)
    };
    for (byte[] chunk : chunks) {
      assertArrayEquals(expected, decode(RawPng.file(24, 16, 8, 2, rows, chunk), COLOUR));
    }
    assertArrayEquals(expected, decode(RawPng.file(24, 16, 8, 2, rows, chunks), COLOUR));
  }

  /** As the IJG's library does, and with it Pillow and OpenCV. */
  @Test
  void coloursWithoutAMarkerAreLumaAndChroma() throws IOException {
    byte[] jpeg = TestJpeg.file(TestImages.random(COLOUR, 3), COLOUR);
    byte[] bare = JpegParts.withoutFirst(jpeg);
    assertArrayEquals(decode(jpeg, COLOUR), decode(bare, COLOUR));
    byte[] exif = JpegParts.with(bare, 0xE1, JpegParts.exif(new byte[8]));
    assertArrayEquals(decode(jpeg, COLOUR), decode(exif, COLOUR));
  }

  @Test
  void adobesMarkerSaysThatColoursAreStoredAsSuch() throws IOException {
    float[] pale = new float[COLOUR.size()];
    for (int i = 0; i < pale.length; i++) {
      pale[i] = 0.3f + 0.4f * i / pale.length; // luma of clear colours would be cut off
    }
    byte[] jpeg = TestJpeg.file(pale, COLOUR);
    byte[] adobe = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] red = JpegParts.with(JpegParts.withoutFirst(jpeg), 0xEE, adobe);
    float[] stored = decode(red, COLOUR);
    assertFalse(Arrays.equals(decode(jpeg, COLOUR), stored));
    int plane = 16 * 24;
    float[] luma = new PlanarImage(COLOUR, decode(jpeg, COLOUR)).grey().values();
    assertArrayEquals(luma, Arrays.copyOf(stored, plane), 0.02f);
    adobe[11] = 1;
    byte[] converted = JpegParts.with(JpegParts.withoutFirst(jpeg), 0xEE, adobe);
    assertArrayEquals(decode(jpeg, COLOUR), decode(converted, COLOUR));
  }

  @Test
  void commentsAndStrayBytesAreIgnored() throws IOException {
    byte[] jpeg = TestJpeg.file(TestImages.random(COLOUR, 3), COLOUR);
    byte[] remark = JpegParts.with(jpeg, 0xFE, BROKEN);
    assertArrayEquals(decode(jpeg, COLOUR), decode(remark, COLOUR));
  }

  private static float[] decode(byte[] file, ImageShape shape) {
    return new ImageDecoder(ImageFormat.PNG, shape, "test", "picture").decode(file);
  }
}
