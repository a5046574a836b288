// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** Networks as JSON text, the form in which architectures are given and stored. */
public final class NetworksJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY);

  private NetworksJson() {}

  /**
   * @param networks networks of any system, or a {@link ClassifierNetwork}
   */
  public static String write(Record networks) {
    try {
      return MAPPER.writeValueAsString(networks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("These networks cannot be written as JSON", e);
    }
  }

  /**
   * @param type that of the networks written
   * @throws IllegalArgumentException if the text is not such networks in JSON
   */
  public static <N extends Record> N read(String json, Class<N> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw InvalidInputException.of(
              String.format(
                  Locale.ROOT, "The architecture is not readable: %s", e.getOriginalMessage()),
              "Start from the text that NetworksJson.write gives for a preset.")
          .causedBy(e);
    }
  }
}
