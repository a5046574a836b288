// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The segments of a JPEG file before its samples.
 *
 * @param file the whole file
 * @param headers in their order
 * @param scan where the first scan's marker begins; the length of the file if it has none
 */
record JpegSegments(byte[] file, List<Segment> headers, int scan) {

  /**
   * One segment.
   *
   * @param marker its second byte
   * @param begin where its content begins, after the two bytes of its length
   * @param end where it ends
   */
  record Segment(int marker, int begin, int end) {

    int length() {
      return end - begin;
    }

    /** Frames of every coding; C4, C8 and CC are other segments. */
    boolean isFrame() {
      return marker >= 0xC0
          && marker <= 0xCF
          && marker != 0xC4
          && marker != 0xC8
          && marker != 0xCC
          && length() >= 6;
    }

    private boolean isAdded() {
      return marker >= APP0 && marker <= 0xEF || marker == COMMENT;
    }
  }

  static final int ADOBE_TRANSFORM = 11;

  private static final int MARKER = 0xFF;
  private static final int APP0 = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int COMMENT = 0xFE;
  private static final int SCAN = 0xDA;
  private static final byte[] SAYS_YCBCR = bytes("ffe000104a46494600010100000100010000");
  private static final byte[] SAYS_RGB = bytes("ffee000e41646f626500640000000000");

  /** Reads as far as the first scan; bytes between segments are passed over, as decoders do. */
  static JpegSegments of(byte[] file) {
    List<Segment> headers = new ArrayList<>();
    int at = 2;
    while (true) {
      while (at < file.length && (file[at] & 0xFF) != MARKER) {
        at++;
      }
      while (at < file.length && (file[at] & 0xFF) == MARKER) {
        at++;
      }
      if (at + 3 > file.length) {
        return new JpegSegments(file, headers, file.length);
      }
      int marker = file[at] & 0xFF;
      if (marker == SCAN) {
        return new JpegSegments(file, headers, at - 1);
      }
      if (isAlone(marker)) {
        at++;
        continue;
      }
      int end = at + 1 + ((file[at + 1] & 0xFF) << 8 | file[at + 2] & 0xFF);
      if (end > file.length || end < at + 3) {
        return new JpegSegments(file, headers, file.length);
      }
      headers.add(new Segment(marker, at + 3, end));
      at = end;
    }
  }

  /** Markers without content, and bytes that are no marker at all. */
  private static boolean isAlone(int marker) {
    return marker <= 1 || marker >= 0xD0 && marker <= 0xD8;
  }

  /** The frame header, if the file goes so far. */
  Optional<Segment> frame() {
    return headers.stream().filter(Segment::isFrame).findFirst();
  }

  /** Adobe's segment, which says how colours are stored. */
  Optional<Segment> adobe() {
    return headers.stream()
        .filter(each -> each.marker() == ADOBE && each.length() > ADOBE_TRANSFORM)
        .filter(each -> begins(each, "Adobe"))
        .findFirst();
  }

  /** Where the TIFF structure of the Exif segment begins and ends. */
  Optional<Segment> exif() {
    return headers.stream()
        .filter(each -> each.marker() == EXIF && begins(each, "Exif\0\0"))
        .map(each -> new Segment(EXIF, each.begin() + 6, each.end()))
        .findFirst();
  }

  /**
   * The file with nothing that readers understand differently: colour profiles, comments and
   * whatever applications added are left out, and the colours are said to be stored as the IJG's
   * library, on which most readers are built, takes them to be.
   */
  byte[] plain() {
    if (scan == file.length) {
      return file;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream(file.length);
    plain.write(file, 0, 2);
    plain.writeBytes(isRgb() ? SAYS_RGB : SAYS_YCBCR);
    for (Segment each : headers) {
      if (!each.isAdded()) {
        plain.write(MARKER);
        plain.write(file, each.begin() - 3, each.end() - each.begin() + 3);
      }
    }
    plain.write(file, scan, file.length - scan);
    return plain.toByteArray();
  }

  private boolean isRgb() {
    if (headers.stream().anyMatch(each -> each.marker() == APP0 && begins(each, "JFIF\0"))) {
      return false;
    }
    return adobe()
        .map(each -> file[each.begin() + ADOBE_TRANSFORM] == 0)
        .orElseGet(() -> frame().filter(this::hasLettersOfColours).isPresent());
  }

  private boolean hasLettersOfColours(Segment frame) {
    return frame.length() >= 15
        && file[frame.begin() + 6] == 'R'
        && file[frame.begin() + 9] == 'G'
        && file[frame.begin() + 12] == 'B';
  }

  private boolean begins(Segment segment, String text) {
    return segment.length() >= text.length()
        && new String(file, segment.begin(), text.length(), StandardCharsets.ISO_8859_1)
            .equals(text);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
