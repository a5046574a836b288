package org.disentangle.net.architecture;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@link InfoGanCrNetworks} as JSON text, the form in which architectures are given and stored. */
public final class NetworksJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY);

  private NetworksJson() {}

  public static String write(InfoGanCrNetworks networks) {
    try {
      return MAPPER.writeValueAsString(networks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("These networks cannot be written as JSON", e);
    }
  }

  /**
   * @throws IllegalArgumentException if the text is not networks in JSON
   */
  public static InfoGanCrNetworks read(String json) {
    try {
      return MAPPER.readValue(json, InfoGanCrNetworks.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The architecture is not readable: %s.%nMaybe start from the text NetworksJson.write gives for a preset."
              .formatted(e.getOriginalMessage()),
          e);
    }
  }
}
