// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are known by how they begin; text and unknown bytes are called so. */
class SignatureTest {

  /** The first bytes as hexadecimal digits, which stand in each format's own documents. */
  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000000d49484452, a PNG file",
    "ffd8ffe000104a4649460001, a JPEG file",
    "474946383961, a GIF file",
    "424d3600000000000000, a BMP file",
    "524946462400000057454250565038, a WebP file",
    "49492a0008000000, a TIFF file",
    "4d4d002a00000008, a TIFF file",
    "0000001c6674797061766966, an AVIF file",
    "0000001c6674797068656963, a HEIC file",
    "50350a3434203434200a3235350a, a PGM file",
    "50360a23206279204749 4d500a3434203434200a3235350a, a PPM file",
    "894844460d0a1a0a, an HDF5 file",
    "4d41544c414220352e30204d41542d66696c65, a MATLAB file",
    "4d41544c414220372e33204d41542d66696c65, a MATLAB 7.3 file (HDF5)",
    "934e554d50590100, a NumPy array (.npy)",
    "8004958a000000, a Python pickle",
    "1f8b0800, a gzip file",
    "425a6839314159265359, a bzip2 file",
    "fd377a585a0000, an xz file",
    "28b52ffd, a Zstandard file",
    "255044462d312e37, a PDF file",
    "50415231, a Parquet file",
    "4f626a01, an Avro file",
    "4152524f57310000, an Arrow file",
    "53514c69746520666f726d6174203300, an SQLite database",
    "00000803000000ff00, an IDX file",
    "0000000142756431, a .DS_Store file of macOS"
  })
  void knownKinds(String hex, String kind) {
    byte[] begin = new BigInteger("1" + hex.replace(" ", ""), 16).toByteArray();
    assertEquals(Optional.of(kind), Signature.of(Arrays.copyOfRange(begin, 1, begin.length)));
  }

  @Test
  void archivesAreKnownByTheirFirstEntry() throws IOException {
    assertEquals(Optional.of("a NumPy archive (.npz)"), Signature.of(zip("imgs.npy")));
    assertEquals(Optional.of("a PyTorch file (ZIP)"), Signature.of(zip("archive/data.pkl")));
    assertEquals(Optional.of("a ZIP archive"), Signature.of(zip("a.txt")));
    byte[] tar = new byte[600];
    System.arraycopy(latin("ustar"), 0, tar, 257, 5);
    assertEquals(Optional.of("a tar archive"), Signature.of(new ByteArrayInputStream(tar)));
  }

  @Test
  void lengthAndChecksumMakeRecords() {
    ByteBuffer record = ByteBuffer.allocate(12).put(0, (byte) 5);
    byte[] other = record.array().clone();
    other[0] = 6;
    assertEquals(Optional.empty(), Signature.of(other));
    CRC32C checksum = new CRC32C();
    checksum.update(record.array(), 0, 8);
    long value = checksum.getValue();
    long masked = ((value >>> 15 | value << 17) + 0xa282ead8L) & 0xffffffffL;
    record.order(ByteOrder.LITTLE_ENDIAN).putInt(8, (int) masked);
    assertEquals(Optional.of("a TFRecord file"), Signature.of(record.array()));
  }

  @Test
  void pagesAndPointersInPlaceOfADownload() {
    assertEquals(
        Optional.of("a web page (HTML)"), Signature.of(latin("\n<!DOCTYPE html>\n<html>")));
    assertEquals(
        Optional.of("a pointer of Git LFS, not the file itself"),
        Signature.of(latin("version https://git-lfs.github.com/spec/v1\n")));
  }

  @Test
  void textIsNoKindOfItsOwn() {
    for (String text :
        new String[] {"BM is a car", "P5 of 7 pages", "ORCHIDS,1", "PK", "code_0,factor_a\n1,2"}) {
      assertEquals(Optional.empty(), Signature.of(latin(text)));
      String expected = "90 bytes of text that begin '" + text.substring(0, 2);
      assertTrue(Signature.describe(latin(text), 90, "unknown").startsWith(expected), text);
    }
  }

  @Test
  void whatIsSaidOfOtherBytes() throws IOException {
    assertEquals("no bytes at all", Signature.describe(new byte[0], 0, ""));
    assertEquals(
        "20 bytes of text that begin 'a b c'", Signature.describe(latin("a\nb\r\n\tc"), 20, ""));
    assertEquals(
        "99 bytes that are no image",
        Signature.describe(new byte[] {1, 2}, 99, "that are no image"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new GZIPOutputStream(bytes).close();
    assertEquals("a gzip file", Signature.describe(bytes.toByteArray(), 20, ""));
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
