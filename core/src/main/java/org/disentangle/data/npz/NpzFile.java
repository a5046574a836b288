// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.hadoop.fs.FSDataInputStream;
import org.disentangle.data.ArrayFile;
import org.disentangle.data.DataFile;
import org.disentangle.data.SeekableFile;
import org.disentangle.data.WholeStream;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * A NumPy archive: a zip of arrays, each an entry {@code NAME.npy}, stored or deflated. Only the
 * directory at its end is held in memory; arrays are streamed.
 *
 * <p>The CRC-32 of an entry is compared by whoever reads it to its last byte. Entries that are
 * stored without compression are sought in: their checksum is compared only where one reader, such
 * as the only partition, reads all of them.
 *
 * @param file the archive
 */
public record NpzFile(DataFile file) implements ArrayFile, Serializable {

  private static final String SUFFIX = ".npy";

  /**
   * One of the arrays, its header read and its length compared with it.
   *
   * @throws InvalidInputException if the file is no whole zip, or the array is missing or damaged;
   *     the message names file and array
   */
  @Override
  public NpyArray array(String name) {
    try (ZipFile zip = open()) {
      ZipArchiveEntry entry = entry(zip, name);
      try (InputStream stream = zip.getInputStream(entry)) {
        NpyHeader header = NpyHeader.read(stream);
        NpyArray array = new NpyArray(this, name, header);
        array.requireBytes(entry.getSize() - header.length());
        return array;
      }
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  @Override
  public List<String> names() {
    try (ZipFile zip = open()) {
      return entries(zip)
          .filter(name -> name.endsWith(SUFFIX))
          .map(NpzFile::withoutSuffix)
          .toList();
    } catch (IOException e) {
      throw noArchive(e);
    }
  }

  private static Stream<String> entries(ZipFile zip) {
    return Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).sorted();
  }

  private static String withoutSuffix(String entry) {
    return entry.substring(0, entry.length() - SUFFIX.length());
  }

  /** The bytes of an array from its beginning, header included. Closing it closes the file. */
  InputStream stream(String name) throws IOException {
    ZipFile zip = open();
    try {
      ZipArchiveEntry entry = entry(zip, name);
      InputStream inflated = zip.getInputStream(entry);
      if (entry.getMethod() != ZipEntry.STORED) {
        return WholeStream.summed(
            new EntryStream(inflated, zip), entry.getSize(), true, entry.getCrc());
      }
      zip.close();
      FSDataInputStream stored = file.open();
      stored.seek(entry.getDataOffset());
      return WholeStream.summed(stored, entry.getSize(), false, entry.getCrc());
    } catch (IOException | RuntimeException e) {
      ZipFile.closeQuietly(zip);
      throw e;
    }
  }

  /** The refusal of an array whose bytes cannot be read. */
  InvalidInputException damaged(String name, IOException cause) {
    return file.refuse(
        String.format(Locale.ROOT, "array %s that cannot be read (%s)", name, cause.getMessage()),
        "a whole NumPy array",
        "Download the file again.",
        cause);
  }

  private ZipFile open() throws IOException {
    SeekableFile bytes = SeekableFile.open(file);
    try {
      return new ZipFile(bytes);
    } catch (IOException e) {
      bytes.close();
      throw noArchive(e);
    }
  }

  private InvalidInputException noArchive(IOException cause) {
    String expected = "a NumPy archive (.npz)";
    Optional<String> kind = Signature.of(file.begin());
    if (kind.isPresent() && !kind.get().contains("ZIP") && !kind.get().equals(expected)) {
      return file.refuse(kind.get(), expected, cause);
    }
    return file.refuse(
        String.format(
            Locale.ROOT,
            "no zip directory at its end (%d bytes; %s)",
            file.length(),
            cause.getMessage()),
        expected,
        "Download the file again.",
        cause);
  }

  private ZipArchiveEntry entry(ZipFile zip, String name) {
    List<ZipArchiveEntry> found = new ArrayList<>();
    zip.getEntries(name + SUFFIX).forEach(found::add);
    if (found.isEmpty()) {
      List<String> others =
          entries(zip)
              .map(each -> each.endsWith(SUFFIX) ? withoutSuffix(each) : each + " (no .npy)")
              .toList();
      throw file.refuse(
          String.format(Locale.ROOT, "no array %s among [%s]", name, FirstFew.of(others)),
          "an archive with it",
          null);
    }
    if (found.size() > 1) {
      throw file.refuse(
          String.format(Locale.ROOT, "the array %s %d times", name, found.size()),
          "an archive with each array once",
          null);
    }
    requireReadable(zip, found.get(0), name);
    return found.get(0);
  }

  private void requireReadable(ZipFile zip, ZipArchiveEntry entry, String name) {
    if (!zip.canReadEntryData(entry)) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      String how =
          entry.getGeneralPurposeBit().usesEncryption()
              ? "encrypted"
              : "compressed by the method " + (method == null ? entry.getMethod() : method);
      throw file.refuse(
          String.format(Locale.ROOT, "array %s %s", name, how),
          "arrays that are stored or deflated, without a password",
          "Write them again with numpy.savez_compressed.",
          null);
    }
  }

  private static final class EntryStream extends FilterInputStream {

    private final ZipFile zip;

    EntryStream(InputStream entry, ZipFile zip) {
      super(entry);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      try (zip) {
        super.close();
      }
    }
  }
}
