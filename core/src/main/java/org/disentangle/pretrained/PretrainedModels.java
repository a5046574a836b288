// SPDX-License-Identifier: Apache-2.0
package org.disentangle.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.disentangle.error.InvalidInputException;

/**
 * The trained models on the class path. Each jar that has some lists their names, one per line, in
 * {@value #INDEX}; {@code org/disentangle/pretrained/NAME/} then holds {@code model.zip}, the
 * folder of the saved model, and {@code card.json}.
 */
public final class PretrainedModels {

  /** Which the name of such a model begins with, wherever a path is taken. */
  public static final String PREFIX = "pretrained:";

  /** Where a jar lists its models. */
  public static final String INDEX = "META-INF/disentangle/pretrained-models";

  /** What a model of the class path is called: lower-case letters, digits and hyphens. */
  public static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  /** The file of a model's folder, packed. */
  public static final String ZIP = "model.zip";

  /** The file that says what a model is. */
  public static final String CARD = "card.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private PretrainedModels() {}

  /** Whether a text names a model of the class path rather than a folder. */
  public static boolean isName(String text) {
    return text != null && text.startsWith(PREFIX);
  }

  /** All names, without the prefix, in alphabetical order. */
  public static List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    try {
      for (URL index : Collections.list(classes().getResources(INDEX))) {
        try (InputStream in = index.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> line.matches(NAME))
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + INDEX + " of the class path", e);
    }
    return List.copyOf(names);
  }

  /**
   * The card of a model.
   *
   * @param name without the prefix
   * @throws InvalidInputException if there is no such model
   */
  public static PretrainedCard card(String name) {
    byte[] json = bytes(name, CARD);
    try {
      return JSON.readValue(json, PretrainedCard.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the card of " + PREFIX + name, e);
    }
  }

  /** The text of {@code card.json}. */
  public static String json(PretrainedCard card) {
    try {
      return JSON.writeValueAsString(card) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /**
   * Bytes that the model takes on the class path, without its card.
   *
   * @param name without the prefix
   * @throws InvalidInputException if there is no such model
   */
  public static long size(String name) {
    return bytes(name, ZIP).length;
  }

  /**
   * A copy of the model's folder on the local disk, which goes when this program ends.
   *
   * @param text the name with the prefix
   * @throws InvalidInputException if there is no such model
   */
  public static Path folder(String text) {
    String name = text.substring(PREFIX.length());
    require(name);
    return ModelCopies.of(name, () -> bytes(name, ZIP));
  }

  /** Where a file of a model lies on the class path. */
  public static String resource(String name, String file) {
    return String.format(Locale.ROOT, "org/disentangle/pretrained/%s/%s", name, file);
  }

  private static byte[] bytes(String name, String file) {
    require(name);
    String resource = resource(name, file);
    try (InputStream in = classes().getResourceAsStream(resource)) {
      if (in == null) {
        throw InvalidInputException.of(
            "class path", String.format(Locale.ROOT, "no %s", resource), "what its index lists");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static void require(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw InvalidInputException.of(
          "model",
          String.format(Locale.ROOT, "'%s%s'", PREFIX, name),
          names.isEmpty()
              ? "the folder of a saved model, because the class path has no trained models"
              : "one of " + String.join(", ", names.stream().map(PREFIX::concat).toList()));
    }
  }

  private static ClassLoader classes() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null || ofThread.getResource(INDEX) == null
        ? PretrainedModels.class.getClassLoader()
        : ofThread;
  }
}
