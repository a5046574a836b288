// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip whose entries are of one time, so that equal contents are equal bytes, whenever and in
 * whatever time zone they are written.
 *
 * @param bytes a zip whose entries may hold the time at which they were written
 */
record TimelessZip(byte[] bytes) {

  /** Before the first time that a zip can hold, so that none depends on the time zone. */
  private static final long EPOCH = 0;

  /** Writes the same entries, as compressed as they are, without their times. */
  void write(OutputStream out) throws IOException {
    try (ZipFile from = new ZipFile(new SeekableInMemoryByteChannel(bytes));
        ZipArchiveOutputStream to = new ZipArchiveOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        try (InputStream compressed = from.getRawInputStream(entry)) {
          entry.setTime(EPOCH);
          to.addRawArchiveEntry(entry, compressed);
        }
      }
    }
  }
}
