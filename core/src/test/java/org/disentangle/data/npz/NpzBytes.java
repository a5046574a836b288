// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds NumPy archives for tests. */
public final class NpzBytes {

  private final Map<String, byte[]> arrays = new LinkedHashMap<>();

  /** Adds an array, or replaces it. */
  public NpzBytes with(String name, String type, String shape, byte[] elements) {
    String text =
        String.format(
            Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n", type, shape);
    return withEntry(name, npy(text, elements));
  }

  /** Adds an array whose file holds just these bytes. */
  public NpzBytes withEntry(String name, byte[] content) {
    arrays.put(name, content);
    return this;
  }

  /** Leaves an array out. */
  public NpzBytes without(String name) {
    arrays.remove(name);
    return this;
  }

  /** An array file of version 1 with this description. */
  public static byte[] npy(String description, byte[] elements) {
    byte[] text = description.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(10 + text.length + elements.length);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) 1).put((byte) 0);
    file.put((byte) text.length).put((byte) (text.length >> 8));
    return file.put(text).put(elements).array();
  }

  public byte[] deflated() {
    return zip(ZipEntry.DEFLATED);
  }

  public byte[] stored() {
    return zip(ZipEntry.STORED);
  }

  private byte[] zip(int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
        CRC32 crc = new CRC32();
        crc.update(array.getValue());
        entry.setMethod(method);
        entry.setSize(array.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(array.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
