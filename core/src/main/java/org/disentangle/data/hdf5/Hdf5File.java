// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.filter.FilterManager;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.disentangle.data.ArrayFile;
import org.disentangle.data.DataFile;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * An HDF5 file, or a MATLAB file of version 7.3, which is one.
 *
 * @param file where it is
 */
public record Hdf5File(DataFile file) implements ArrayFile, Serializable {

  /** What opened files are called inside the library; its messages are not shown. */
  private static final URI NAME = URI.create("file:///hdf5");

  private static final int DEEPEST = 20;

  static {
    FilterManager.addFilter(new Fletcher32()); // the library's own compares nothing
  }

  /** Whether a file begins as an HDF5 file does, with or without the user block of MATLAB. */
  public static boolean begins(DataFile file) {
    return Signature.of(file.begin()).filter(kind -> kind.contains("HDF5")).isPresent();
  }

  /** An open file. */
  public record Open(HdfFile hdf5, ProbedChannel channel) implements AutoCloseable {

    @Override
    public void close() {
      hdf5.close();
    }
  }

  /**
   * Opens it and compares its length with the one that it records.
   *
   * @throws InvalidInputException if it is no HDF5 file, or not a whole one
   */
  public Open open() {
    requireKind();
    ProbedChannel channel = null;
    try {
      channel = new ProbedChannel(file);
      Open open = new Open(new HdfFile(channel, NAME), channel);
      requireWhole(open);
      return open;
    } catch (IOException | RuntimeException e) {
      close(channel);
      throw e instanceof InvalidInputException refusal ? refusal : damaged(e);
    }
  }

  private static void close(ProbedChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // the refusal is what counts
    }
  }

  private void requireKind() {
    Optional<String> kind = Signature.of(file.begin());
    if (kind.isPresent() && !kind.get().contains("HDF5")) {
      throw file.refuse(kind.get(), "an HDF5 file", null);
    }
  }

  private void requireWhole(Open open) {
    long end = open.hdf5().getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
    if (end > file.length() || end < 0) {
      open.close();
      throw file.refuse(
          String.format(Locale.ROOT, "%d bytes", file.length()),
          String.format(Locale.ROOT, "%d bytes, as its header says", end),
          "Download the file again.",
          null);
    }
  }

  /** The refusal of a file of which something cannot be read. */
  InvalidInputException damaged(Exception cause) {
    Throwable first = cause;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String message = String.valueOf(first.getMessage());
    if (first instanceof UnsupportedHdfException && !message.startsWith("Unsupported")) {
      return file.refuse(
          "an HDF5 file with " + unsupported(message),
          "arrays whose numbers lie in the file itself, in the format of HDF5 1.14 or earlier",
          "Copy them into one file: h5repack -l CONTI IN OUT.",
          cause);
    }
    if (message.startsWith("Unsupported") || message.startsWith("Unrecognized")) {
      return file.refuse(
          String.format(Locale.ROOT, "an HDF5 file that cannot be read (%s)", message),
          "a file in the format of HDF5 1.14 or earlier",
          "Convert it with h5repack, or write it with an earlier libver.",
          cause);
    }
    if (message.contains("superblock base address")) {
      return file.refuse(
          "an HDF5 file behind other bytes, which its addresses do not count",
          "addresses from the beginning of the file",
          "Write it again: h5repack IN OUT.",
          cause);
    }
    return file.refuse(
        String.format(
            Locale.ROOT,
            "%s that cannot be read (%s)",
            Signature.describe(file.begin(), file.length(), "that are no HDF5 file"),
            message),
        "a whole HDF5 file",
        "Download the file again.",
        cause);
  }

  private static String unsupported(String message) {
    if (message.contains("External Data Files")) {
      return "an array of another, external file, which is not supported";
    }
    return message.contains("Virtual storage")
        ? "a virtual array, made of others, which is not supported"
        : "something that is not supported (" + message + ")";
  }

  @Override
  public List<String> names() {
    return read(this::names);
  }

  /** The same of an open file; of groups with several paths the first one found. */
  public List<String> names(Open open) {
    TreeSet<String> names = new TreeSet<>();
    collect(open.hdf5(), "", 0, names, new HashSet<>());
    return List.copyOf(names);
  }

  /** Reads something with the file open. */
  public <T> T read(Function<Open, T> reading) {
    try (Open open = open()) {
      return reading.apply(open);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Groups may hold each other, so that there is no end of paths. */
  private static void collect(
      Group group, String prefix, int depth, Set<String> names, Set<Long> seen) {
    if (depth > DEEPEST || !seen.add(group.getAddress())) {
      return;
    }
    for (Node child : group) {
      String name = prefix + child.getName();
      if (child instanceof Dataset) {
        names.add(name);
      } else if (child instanceof Group inner && !child.isLink()) {
        collect(inner, name + "/", depth + 1, names, seen);
      }
    }
  }

  @Override
  public Hdf5Array array(String name) {
    return read(
        open -> {
          String real = new LinkedPath(this, open).follow(name);
          if (!isArray(open, real)) {
            throw file.refuse(
                String.format(
                    Locale.ROOT, "no array %s among [%s]", name, FirstFew.of(names(open))),
                "a file with it",
                null);
          }
          return Hdf5Array.of(this, open, real, -1);
        });
  }

  private static boolean isArray(Open open, String path) {
    Node node = open.hdf5();
    for (String part : path.split("/")) {
      node = node instanceof Group group ? group.getChild(part) : null;
    }
    return node instanceof Dataset;
  }
}
