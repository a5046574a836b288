// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.disentangle.file.JsonText;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;

/**
 * All that decides the rows of a set and the files they lie in: equal here, equal bits there.
 *
 * @param values by name, as text
 */
record SetIdentity(Map<String, String> values) {

  /**
   * @param fingerprint of the model
   * @param imageFormat of the set
   */
  static SetIdentity of(
      String fingerprint,
      DisentangledModel<?> model,
      CodeSampler sampler,
      RowRanges ranges,
      String imageFormat) {
    Map<String, String> values = new TreeMap<>();
    values.put("model", fingerprint);
    values.put("count", Long.toString(ranges.count()));
    values.put("rowsPerFile", Long.toString(ranges.rowsPerFile()));
    values.put("imageFormat", imageFormat);
    values.put("generatedCol", model.getGeneratedCol());
    values.put("batchSize", Integer.toString(model.getBatchSize()));
    if (!model.getPrecision().equals(DataCard.USUAL_PRECISION)) { // as in older sets
      values.put("precision", model.getPrecision());
    }
    for (Param<?> param : sampler.params()) {
      if (sampler.isDefined(param)) {
        values.put(param.name(), text(sampler.getOrDefault(param)));
      }
    }
    return new SetIdentity(values);
  }

  private static String text(Object value) {
    if (value instanceof int[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value);
  }

  String json() {
    return JsonText.of(values);
  }

  /**
   * What the folder says it holds; empty if it does not say.
   *
   * @throws org.disentangle.error.InvalidInputException if the file that says so is damaged
   */
  static Optional<SetIdentity> of(SetFolder folder) {
    return folder.json(SetFolder.SET, Values.class).map(SetIdentity::new);
  }

  /** Whether a folder says that it holds this set. */
  boolean isThatOf(SetFolder folder) {
    return of(folder).filter(this::equals).isPresent();
  }

  /** A map as Jackson reads it, with the types of its keys and values. */
  private static final class Values extends TreeMap<String, String> {}

  /** What differs, as {@code name value}; both lists are in the same order. */
  List<String> differing(SetIdentity other) {
    return Stream.concat(values.keySet().stream(), other.values.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !Objects.equals(values.get(name), other.values.get(name)))
        .map(name -> name + " " + values.get(name))
        .collect(Collectors.toList());
  }
}
