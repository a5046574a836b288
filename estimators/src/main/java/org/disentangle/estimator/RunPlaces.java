// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which folder of a selection's models is whose. A run has the folder that was begun with the same
 * Params, whatever its number, so that more runs, systems or values of a grid may be added later.
 * Any other has the folder of its own number or, if that is taken, the first one that is free.
 *
 * @param numbers of the folder, by run
 * @param begun runs whose folder was begun for them
 */
record RunPlaces(List<Integer> numbers, Set<Integer> begun) {

  /** A folder that was begun with what no run of the selection has. */
  static final class ForeignRun extends Exception {

    private static final long serialVersionUID = 1;

    private final int run;
    private final int folder;

    private ForeignRun(int run, int folder) {
      super(null, null, false, false);
      this.run = run;
      this.folder = folder;
    }

    /** A run that the folder might have been meant for. */
    int run() {
      return run;
    }

    int folder() {
      return folder;
    }
  }

  RunPlaces {
    numbers = List.copyOf(numbers);
    begun = Set.copyOf(begun);
  }

  /**
   * @param runs what each run is trained with
   * @param found what the folders were begun with, by their numbers
   * @throws ForeignRun if none was begun for a run, and one that is foreign has its number, or its
   *     estimator and seed
   */
  static RunPlaces of(List<? extends JsonNode> runs, Map<Integer, JsonNode> found)
      throws ForeignRun {
    Map<Integer, JsonNode> left = new TreeMap<>(found);
    List<Integer> numbers = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    for (int run = 0; run < runs.size(); run++) {
      numbers.add(begun(run, runs.get(run), left));
      if (numbers.get(run) != null) {
        begun.add(run);
      }
    }
    Set<JsonNode> wanted = new HashSet<>(runs);
    Set<Integer> taken = new HashSet<>(found.keySet());
    for (int run = 0; run < runs.size(); run++) {
      if (numbers.get(run) == null) {
        for (Map.Entry<Integer, JsonNode> other : left.entrySet()) {
          if (!wanted.contains(other.getValue())
              && (other.getKey() == run || isSimilar(other.getValue(), runs.get(run)))) {
            throw new ForeignRun(run, other.getKey());
          }
        }
        int number = taken.contains(run) ? firstFree(taken) : run;
        taken.add(number);
        numbers.set(run, number);
      }
    }
    return new RunPlaces(numbers, begun);
  }

  private static boolean isSimilar(JsonNode training, JsonNode other) {
    return Stream.of("class", "seed")
        .allMatch(name -> training.path(name).equals(other.path(name)));
  }

  private static int firstFree(Set<Integer> taken) {
    int number = 0;
    while (taken.contains(number)) {
      number++;
    }
    return number;
  }

  /** The folder that was begun for a run, by preference the one of its own number; or null. */
  private static Integer begun(int run, JsonNode training, Map<Integer, JsonNode> left) {
    Integer number =
        training.equals(left.get(run))
            ? Integer.valueOf(run)
            : left.entrySet().stream()
                .filter(folder -> folder.getValue().equals(training))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    left.keySet().removeIf(taken -> taken.equals(number));
    return number;
  }
}
