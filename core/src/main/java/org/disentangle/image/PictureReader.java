// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.disentangle.error.InvalidInputException;

/**
 * Decodes the pixels of picture files with the JDK's readers.
 *
 * @param bytes the whole file
 * @param header its header
 */
record PictureReader(byte[] bytes, PictureHeader header) {

  /**
   * The samples, one band a channel, colours as red, green, blue.
   *
   * @throws IllegalArgumentException if the file cannot be decoded, or only in part
   */
  Raster raster(CellPlace place) {
    if (header instanceof NetpbmHeader netpbm) {
      return netpbm.raster(bytes, place);
    }
    String[] damage = new String[1];
    Raster raster;
    try {
      raster = read(warning -> damage[0] = worse(damage[0], warning));
    } catch (IOException | RuntimeException e) {
      throw refusal(e.getMessage(), place).causedBy(e);
    }
    if (damage[0] != null) {
      throw refusal(damage[0], place);
    }
    return raster;
  }

  private Raster read(Consumer<String> warnings) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(header.kind()).next();
    reader.addIIOReadWarningListener((source, warning) -> warnings.accept(warning));
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(header.plain(bytes)))) {
      reader.setInput(stream, true, true);
      return reader.read(0).getRaster();
    } finally {
      reader.dispose();
    }
  }

  /**
   * The JPEG reader fills what is missing with grey and only warns. Bytes between segments and
   * scans whose bounds a sequential file does not need are passed over by every reader.
   */
  private static String worse(String known, String warning) {
    boolean harmless =
        warning.contains("extraneous bytes") || warning.contains("Invalid SOS parameters");
    return known != null || harmless ? known : warning;
  }

  private InvalidInputException refusal(String reason, CellPlace place) {
    return place.refuse(
        String.format(Locale.ROOT, "a %s that cannot be decoded (%s)", header.kind(), reason),
        PictureHeader.EXPECTED,
        "The file is cut off or damaged.");
  }
}
