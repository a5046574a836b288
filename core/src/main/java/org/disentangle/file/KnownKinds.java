// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/** The kinds of file that {@link Signature} knows, those that resemble others first. */
final class KnownKinds {

  /** A kind and the test of how its files begin; bytes are Latin-1 characters. */
  private record Kind(String name, Predicate<String> begins) {}

  private static final int ZIP_NAME = 30;

  private static final List<Kind> ALL =
      List.of(
          new Kind("a PNG file", starts("\u0089PNG\r\n\u001a\n")),
          new Kind("a JPEG file", starts("\u00ff\u00d8\u00ff")),
          new Kind("a GIF file", starts("GIF8")),
          new Kind("a BMP file", starts("BM").and(at(6, "\0\0\0\0"))),
          new Kind("a WebP file", starts("RIFF").and(at(8, "WEBP"))),
          new Kind("a WAV or other RIFF file", starts("RIFF")),
          new Kind("a TIFF file", any("II*\0", "MM\0*", "II+\0", "MM\0+")),
          new Kind("an AVIF file", at(4, "ftypavi")),
          new Kind("a HEIC file", at(4, "ftyphe").or(at(4, "ftypmif1")).or(at(4, "ftypmsf1"))),
          new Kind("an MP4 or other video file", at(4, "ftyp").or(starts("\u001aE\u00df\u00a3"))),
          new Kind("a JPEG 2000 file", any("\0\0\0\fjP  ", "\u00ffO\u00ffQ")),
          new Kind("a JPEG XL file", any("\0\0\0\fJXL ", "\u00ff\n")),
          new Kind("an OpenEXR file", starts("v/1\u0001")),
          new Kind("a Photoshop file", starts("8BPS")),
          new Kind("a DICOM file", at(128, "DICM")),
          new Kind("a NIfTI file", at(344, "n+1\0")),
          new Kind("a FITS file", starts("SIMPLE  =")),
          new Kind("a PBM file", netpbm("14")),
          new Kind("a PGM file", netpbm("25")),
          new Kind("a PPM file", netpbm("36")),
          new Kind("a MATLAB 7.3 file (HDF5)", starts("MATLAB 7.3 MAT-file")),
          new Kind("a MATLAB file", starts("MATLAB ")),
          new Kind("an HDF5 file", starts("\u0089HDF\r\n\u001a\n")),
          new Kind("a NumPy array (.npy)", starts("\u0093NUMPY")),
          new Kind("a NumPy archive (.npz)", zipWith(".npy")),
          new Kind("an Office document (ZIP)", zipWith("[Content_Types].xml")),
          new Kind("a PyTorch file (ZIP)", zipWith("/data.pkl")),
          new Kind("a ZIP archive", any("PK\3\4", "PK\5\6")),
          new Kind("a Python pickle", KnownKinds::isPickle),
          new Kind("a gzip file", starts("\u001f\u008b")),
          new Kind("a bzip2 file", starts("BZh").and(at(4, "1AY&SY"))),
          new Kind("an xz file", starts("\u00fd7zXZ\0")),
          new Kind("a Zstandard file", starts("(\u00b5/\u00fd")),
          new Kind("an LZ4 file", starts("\4\"M\u0018")),
          new Kind("a 7-Zip archive", starts("7z\u00bc\u00af\'\u001c")),
          new Kind("a RAR archive", starts("Rar!\u001a\7")),
          new Kind("a tar archive", at(257, "ustar")),
          new Kind("a PDF file", starts("%PDF-")),
          new Kind("a Parquet file", any("PAR1", "PARE")),
          new Kind("an ORC file", starts("ORC").and(begin -> !isLetter(begin, 3))),
          new Kind("an Avro file", starts("Obj\1")),
          new Kind("an Arrow file", any("ARROW1\0", "FEA1")),
          new Kind("an SQLite database", starts("SQLite format 3\0")),
          new Kind("an LMDB database", at(16, "\u00de\u00c0\u00ef\u00be")),
          new Kind("an IDX file", KnownKinds::isIdx),
          new Kind("a TFRecord file", KnownKinds::isTfRecord),
          new Kind("a pointer of Git LFS, not the file itself", starts("version https://git-lfs")),
          new Kind("a web page (HTML)", KnownKinds::isHtml),
          new Kind("resource data of macOS (AppleDouble)", starts("\0\5\26\7")),
          new Kind("a .DS_Store file of macOS", starts("\0\0\0\1Bud1")),
          new Kind("a Thumbs.db or old Office file", starts("\u00d0\u00cf\u0011\u00e0")),
          new Kind("text in UTF-16", any("\u00ff\u00fe", "\u00fe\u00ff")),
          new Kind("a MATLAB file of version 4", KnownKinds::isMatlab4));

  private KnownKinds() {}

  static Optional<String> of(byte[] bytes) {
    int length = Math.min(bytes.length, Signature.BYTES);
    String begin = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return ALL.stream().filter(kind -> kind.begins().test(begin)).map(Kind::name).findFirst();
  }

  private static Predicate<String> starts(String magic) {
    return begin -> begin.startsWith(magic);
  }

  private static Predicate<String> any(String... magics) {
    return begin -> List.of(magics).stream().anyMatch(begin::startsWith);
  }

  private static Predicate<String> at(int place, String magic) {
    return begin -> begin.startsWith(magic, place);
  }

  /** P1 to P6 and white space, then a width or a comment: text such as "P5 of 7" is not meant. */
  private static Predicate<String> netpbm(String digits) {
    return begin ->
        begin.length() > 3
            && begin.charAt(0) == 'P'
            && digits.indexOf(begin.charAt(1)) >= 0
            && begin.matches("(?s)..\\s+(#[^\\n]*\\n\\s*)*\\d+\\s+(#[^\\n]*\\n\\s*)*\\d+\\s.*");
  }

  /** Archives whose first entry has a name that ends so. */
  private static Predicate<String> zipWith(String suffix) {
    return begin -> {
      if (!begin.startsWith("PK\3\4") || begin.length() < ZIP_NAME) {
        return false;
      }
      int end = ZIP_NAME + begin.charAt(26) + 256 * begin.charAt(27);
      return end <= begin.length() && begin.substring(ZIP_NAME, end).endsWith(suffix);
    };
  }

  /** Protocols 2 to 5, whose first object is a frame, container, text or global. */
  private static boolean isPickle(String begin) {
    return begin.length() > 2
        && begin.charAt(0) == 0x80
        && begin.charAt(1) >= 2
        && begin.charAt(1) <= 5
        && "\u0095}](cXU\u008c\u008a".indexOf(begin.charAt(2)) >= 0;
  }

  private static boolean isIdx(String begin) {
    return begin.length() > 8
        && begin.startsWith("\0\0")
        && "\u0008\u0009\u000b\u000c\r\u000e".indexOf(begin.charAt(2)) >= 0
        && begin.charAt(3) >= 1
        && begin.charAt(3) <= 4;
  }

  /** A length and its masked checksum. */
  private static boolean isTfRecord(String begin) {
    if (begin.length() < 12) {
      return false;
    }
    byte[] bytes = begin.substring(0, 12).getBytes(StandardCharsets.ISO_8859_1);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, Long.BYTES);
    int masked = Integer.rotateRight((int) checksum.getValue(), 15) + 0xa282ead8;
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(Long.BYTES) == masked;
  }

  /**
   * Five ints (type, rows, columns, whether complex, length of the name), then the name and a zero.
   */
  private static boolean isMatlab4(String begin) {
    if (begin.length() < 22) {
      return false;
    }
    ByteBuffer ints = ByteBuffer.wrap(begin.getBytes(StandardCharsets.ISO_8859_1));
    ints.order(begin.startsWith("\0\0\3") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = ints.getInt(0) - (ints.order() == ByteOrder.BIG_ENDIAN ? 1000 : 0);
    int name = ints.getInt(16);
    return type >= 0
        && type % 10 <= 2
        && type / 10 <= 5
        && ints.getInt(4) >= 0
        && ints.getInt(8) >= 0
        && (ints.getInt(12) & ~1) == 0
        && name > 1
        && name <= 64
        && begin.length() >= 20 + name
        && begin.substring(20, 20 + name).matches("[A-Za-z]\\w*\0");
  }

  private static boolean isHtml(String begin) {
    String text = begin.stripLeading();
    return text.regionMatches(true, 0, "<!doctype html", 0, 14)
        || text.regionMatches(true, 0, "<html", 0, 5);
  }

  private static boolean isLetter(String begin, int place) {
    return begin.length() <= place || begin.charAt(place) >= ' ' && begin.charAt(place) < 127;
  }
}
