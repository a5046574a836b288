// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/**
 * A JSON object of a table, read strictly: unknown names and values of other types are refused with
 * the place where they stand.
 *
 * @param path where it stands, such as {@code variants[1]}; empty for the whole
 */
record TableObject(JsonNode node, InputErrors errors, String path) {

  /** Of one name in a path, in bytes. */
  static final int LONGEST_NAME = 255;

  /**
   * @throws InvalidInputException if it is no object
   */
  TableObject {
    if (!node.isObject()) {
      throw errors.parameter(path.isEmpty() ? "the table" : path, node, "a JSON object");
    }
  }

  /** Refuses all names but these. */
  TableObject only(String... known) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!List.of(known).contains(name)) {
        throw errors.parameter(at(name), node.get(name), "one of " + List.of(known));
      }
    }
    return this;
  }

  /** A text; the other one if it is missing. */
  String text(String name, String missing) {
    JsonNode value = node.get(name);
    if (value == null) {
      return missing;
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      throw errors.parameter(at(name), value, "a text");
    }
    if (value.asText().chars().anyMatch(Character::isISOControl)) {
      throw errors.parameter(at(name), value, "a text in one line, without control characters");
    }
    return value.asText();
  }

  /** The path of a folder, of names that file systems take; the other one if it is missing. */
  String folder(String name, String missing) {
    String path = text(name, missing);
    for (String part : path.split("/")) {
      if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw errors.parameter(
            at(name),
            path,
            String.format(Locale.ROOT, "names of at most %d bytes of UTF-8", LONGEST_NAME));
      }
    }
    return path;
  }

  /** A text that has to be there. */
  String text(String name) {
    if (!node.has(name)) {
      throw errors.unset(at(name), "a text");
    }
    return text(name, "");
  }

  /** A whole number of at least 1; 0 if it is missing. */
  long count(String name) {
    JsonNode value = node.get(name);
    if (value != null && (!isWhole(value) || value.asLong() < 1)) {
      throw errors.parameter(at(name), value, "a whole number, at least 1");
    }
    return value == null ? 0 : value.asLong();
  }

  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  /** Distinct whole numbers, at least one; none if the list is missing. */
  List<Long> numbers(String name) {
    List<Long> numbers = new ArrayList<>();
    if (node.has(name) && list(name).isEmpty()) {
      throw errors.parameter(at(name), node.get(name), "distinct whole numbers, at least one");
    }
    for (JsonNode value : list(name)) {
      if (!isWhole(value) || numbers.contains(value.asLong())) {
        throw errors.parameter(at(name), node.get(name), "distinct whole numbers");
      }
      numbers.add(value.asLong());
    }
    return numbers;
  }

  /** Texts. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name)) {
      if (!value.isTextual()) {
        throw errors.parameter(at(name), node.get(name), "a list of texts");
      }
      texts.add(value.asText());
    }
    return texts;
  }

  /** The objects of a list. */
  List<TableObject> objects(String name) {
    List<TableObject> objects = new ArrayList<>();
    for (JsonNode value : list(name)) {
      String at = String.format(Locale.ROOT, "%s[%d]", at(name), objects.size());
      objects.add(new TableObject(value, errors, at));
    }
    return objects;
  }

  /** The objects of an object, by name; none if it is missing. */
  Map<String, TableObject> members(String name) {
    Map<String, TableObject> members = new LinkedHashMap<>();
    each(
        name,
        (member, value) -> members.put(member, new TableObject(value, errors, at(name, member))));
    return members;
  }

  /** An object that is there. */
  TableObject member(String name) {
    return new TableObject(node.path(name), errors, at(name));
  }

  /** Values of Params as text, as {@code --param} takes it; none if it is missing. */
  Map<String, String> values(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    each(name, (member, value) -> values.put(member, value(at(name, member), value)));
    return values;
  }

  /** Several values of Params as text; none if it is missing. */
  Map<String, List<String>> lists(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    each(
        name,
        (member, list) -> {
          if (!list.isArray() || list.isEmpty()) {
            throw errors.parameter(at(name, member), list, "a list of values");
          }
          List<String> values = new ArrayList<>();
          list.forEach(value -> values.add(value(at(name, member), value)));
          lists.put(member, values);
        });
    return lists;
  }

  private String value(String at, JsonNode value) {
    if (value.isObject() || value.isNull()) {
      throw errors.parameter(at, value, "a number, a text, true, false or a list");
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private interface Member {
    void take(String name, JsonNode value);
  }

  private void each(String name, Member member) {
    JsonNode object = node.get(name);
    if (object != null) {
      new TableObject(object, errors, at(name))
          .node
          .properties()
          .forEach(entry -> member.take(entry.getKey(), entry.getValue()));
    }
  }

  private JsonNode list(String name) {
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw errors.parameter(at(name), list, "a list");
    }
    return list;
  }

  /** The refusal of two values that set the same. */
  InvalidInputException twice(String one, String other) {
    return errors.parameter(
        at(one), new StringBuilder("a value beside ").append(at(other)), "one of the two");
  }

  private String at(String... names) {
    String below = String.join(".", names);
    return path.isEmpty() ? below : path + "." + below;
  }
}
