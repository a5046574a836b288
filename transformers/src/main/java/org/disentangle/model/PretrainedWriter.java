// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.FolderTree;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;

/**
 * Packs a trained model as resources, so that {@code pretrained:NAME} finds it once they are on the
 * class path: its saved folder as one zip without optimiser states, its history as JSON, and a
 * card.
 *
 * @param resources the folder of resources, such as {@code src/main/resources} of a project, on any
 *     Hadoop file system; made if it is missing
 */
public record PretrainedWriter(Place resources) {

  /** The most bytes that a packed model may have. */
  public static final int MOST_BYTES = 3_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPTIMISER = "updaterState.bin";

  /** Into a folder of the local disk. */
  public PretrainedWriter(Path resources) {
    this(Place.of(resources));
  }

  /**
   * Writes or replaces a model, and adds its name to the index.
   *
   * @return bytes of the zip
   * @throws InvalidInputException if the card's name is not one of lower-case letters, digits and
   *     hyphens, or the model is larger than {@value #MOST_BYTES} bytes
   */
  public long write(DisentangledModel<?> trained, PretrainedCard card) throws IOException {
    requireName(card.name());
    byte[] zip = zip(trained);
    if (zip.length > MOST_BYTES) {
      throw InvalidInputException.of(
          "model",
          String.format(Locale.ROOT, "%d bytes when packed", zip.length),
          String.format(Locale.ROOT, "at most %d", MOST_BYTES));
    }
    Map<Place, byte[]> files = new LinkedHashMap<>();
    files.put(place(card, PretrainedModels.ZIP), zip);
    files.put(
        place(card, PretrainedModels.CARD),
        PretrainedModels.json(card).getBytes(StandardCharsets.UTF_8));
    WholeFile.replace(files);
    index(card.name());
    return zip.length;
  }

  private Place place(PretrainedCard card, String file) {
    return resources.child(PretrainedModels.resource(card.name(), file));
  }

  /**
   * @throws InvalidInputException if no packed model can have this name
   */
  public static void requireName(String name) {
    if (!name.matches(PretrainedModels.NAME)) {
      throw InvalidInputException.of(
          "name", name, "lower-case letters and digits, with hyphens between them");
    }
  }

  private void index(String name) throws IOException {
    Place index = resources.child(PretrainedModels.INDEX);
    TreeSet<String> names = new TreeSet<>(List.of(name));
    if (index.exists()) {
      index.text().lines().forEach(names::add);
    }
    WholeFile.write(
        index, (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8), true);
  }

  /** The saved folder; files in the order of their names and without times, so that it repeats. */
  private static byte[] zip(DisentangledModel<?> model) throws IOException {
    Path work = Files.createTempDirectory("disentangle-pack-");
    try {
      Path saved = work.resolve("model");
      model.write().save(saved.toUri().toString());
      TreeMap<String, byte[]> files = new TreeMap<>();
      try (Stream<Path> found = Files.walk(saved)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String name = saved.relativize(file).toString().replace('\\', '/');
          if (!file.getFileName().toString().startsWith(".") && !name.startsWith("history/")) {
            byte[] bytes = Files.readAllBytes(file);
            files.put(name, name.endsWith(".zip") ? withoutOptimiser(bytes) : bytes);
          }
        }
      }
      files.put(
          NetworkFiles.HISTORY_JSON,
          JSON.writeValueAsString(model.summary()).getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        zip.setLevel(Deflater.BEST_COMPRESSION);
        for (var file : files.entrySet()) {
          add(zip, file.getKey(), file.getValue());
        }
      }
      return packed.toByteArray();
    } finally {
      FolderTree.delete(work);
    }
  }

  private static byte[] withoutOptimiser(byte[] network) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(network));
        ZipOutputStream to = new ZipOutputStream(kept)) {
      to.setLevel(Deflater.NO_COMPRESSION); // the zip around it compresses
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        if (!entry.getName().equals(OPTIMISER)) {
          add(to, entry.getName(), from.readAllBytes());
        }
      }
    }
    return kept.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
