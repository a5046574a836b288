// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers in the JSON file of a benchmark. */
final class JsonFigures {

  /** Fields that say which element of a list it is. */
  private static final List<String> IDENTITY = List.of("algorithm", "preset", "workers");

  private JsonFigures() {}

  /**
   * All numbers by their path, such as {@code fixedCost.jobSeconds} and {@code points workers=2
   * stepMs}; elements of a list that nothing identifies are left out.
   */
  static Map<String, Double> read(Path json) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    collect("", new ObjectMapper().readTree(json.toFile()), figures);
    return figures;
  }

  private static void collect(String path, JsonNode node, Map<String, Double> figures) {
    if (node.isNumber()) {
      figures.put(path, node.asDouble());
    } else if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      figures));
    } else if (node.isArray()) {
      node.forEach(element -> collectElement(path, element, figures));
    }
  }

  private static void collectElement(String path, JsonNode element, Map<String, Double> figures) {
    String identity =
        IDENTITY.stream()
            .filter(element::has)
            .map(field -> field + "=" + element.get(field).asText())
            .collect(Collectors.joining(","));
    if (!identity.isEmpty()) {
      collect(path + "[" + identity + "]", element, figures);
    }
  }
}
