// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.shard.Sharding.ShardedImages;

/**
 * What must be equal for a run to be continued bit by bit: data, procedure, seed and rounds. The
 * number of iterations is not part of it, so a run may be made longer.
 *
 * @param parts value by name, in the order they are reported
 */
public record Fingerprint(Map<String, String> parts) {

  /** Names of the parts of the data. */
  static final String IMAGES = "number of images";

  static final String HASH = "hash of the images";

  private static final String PRECISION = "precision";
  private static final String INITIAL = "hash of the initial state";
  private static final String NONE = "none";

  /** Values named of records that differ in many. */
  private static final int MOST_NAMED = 5;

  /** Values of parts that are left out: checkpoints from before there were others lack them. */
  private static final Map<String, String> LEFT_OUT = Map.of(PRECISION, Precision.FLOAT32.id());

  public Fingerprint {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /**
   * @param given the state that the run starts from; empty for fresh networks
   */
  public static Fingerprint of(
      TrainingProcedure procedure,
      TrainingSettings settings,
      ShardedImages data,
      Optional<TrainingState> given) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(IMAGES, Long.toString(data.count()));
    parts.put(HASH, data.contentHash());
    parts.put("procedure", procedure.toString());
    parts.put("seed", Long.toString(settings.seed()));
    parts.put("numWorkers", Integer.toString(settings.numWorkers()));
    parts.put("averagingFrequency", Integer.toString(settings.averagingFrequency()));
    parts.put(PRECISION, settings.precision().id());
    parts.entrySet().removeAll(LEFT_OUT.entrySet());
    given.ifPresent(state -> parts.put(INITIAL, Integer.toHexString(state.hashCode())));
    return new Fingerprint(parts);
  }

  /** One line for each value that another fingerprint has otherwise. */
  public List<String> differencesFrom(Fingerprint saved) {
    List<String> differences = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(parts.keySet());
    names.addAll(LEFT_OUT.keySet());
    names.add(INITIAL);
    for (String name : names) {
      String before = saved.part(name);
      String now = part(name);
      if (!Objects.equals(now, before)) {
        differences.addAll(differences(name, before, now));
      }
    }
    return differences;
  }

  private String part(String name) {
    return parts.getOrDefault(name, LEFT_OUT.get(name));
  }

  /** Of two records of one kind the values that differ, else the kinds or the values themselves. */
  private static List<String> differences(String name, String before, String now) {
    if (before == null || now == null || !kind(before).equals(kind(now))) {
      return List.of(line(name, kind(before), kind(now)));
    }
    Map<String, String> old = RecordText.flat(before);
    Map<String, String> present = RecordText.flat(now);
    Set<String> paths = new LinkedHashSet<>(old.keySet());
    paths.addAll(present.keySet());
    paths.removeIf(path -> Objects.equals(old.get(path), present.get(path)));
    List<String> differences = new ArrayList<>();
    paths.stream()
        .limit(MOST_NAMED)
        .map(path -> line(path.isEmpty() ? name : path, old.get(path), present.get(path)))
        .forEach(differences::add);
    if (paths.size() > MOST_NAMED) {
      differences.add(String.format(Locale.ROOT, "%d more", paths.size() - MOST_NAMED));
    }
    return differences.isEmpty() ? List.of(line(name, before, now)) : differences;
  }

  /** The name of a record; the whole text of other values. */
  private static String kind(String text) {
    int bracket = text == null ? -1 : text.indexOf('[');
    return bracket < 0 ? text : text.substring(0, bracket);
  }

  private static String line(String name, String before, String now) {
    return String.format(
        Locale.ROOT,
        "%s: %s in the checkpoint, %s now",
        name,
        Objects.requireNonNullElse(before, NONE),
        Objects.requireNonNullElse(now, NONE));
  }

  /** What a record prints, taken apart: {@code a.b} and its value for {@code R[a=S[b=1]]}. */
  static final class RecordText {

    /**
     * A named value that is no record, a named record that opens, another bracket, or a closing.
     */
    private static final Pattern PART =
        Pattern.compile("\\s*(?:(\\w+)=([^\\[\\],]*)(\\[)?|[^\\[\\],]*\\[|\\]|[^\\[\\],]+)");

    private RecordText() {}

    /** Values by the path of their names; those without a name carry their number. */
    static Map<String, String> flat(String text) {
      Map<String, String> values = new LinkedHashMap<>();
      Deque<String> names = new ArrayDeque<>();
      Matcher part = PART.matcher(text);
      while (part.find()) {
        if (part.group().equals("]")) {
          names.pollLast();
        } else if (part.group(1) != null && part.group(3) == null) {
          put(values, path(names, part.group(1)), part.group(2));
        } else if (part.group().endsWith("[")) {
          names.add(part.group(1) == null ? "" : part.group(1));
        } else if (!part.group().isBlank()) {
          put(values, path(names, ""), part.group().strip());
        }
      }
      return values;
    }

    private static String path(Deque<String> names, String last) {
      StringBuilder path = new StringBuilder();
      for (String name : names) {
        path.append(path.length() == 0 || name.isEmpty() ? name : "." + name);
      }
      return path.append(path.length() == 0 || last.isEmpty() ? last : "." + last).toString();
    }

    private static void put(Map<String, String> values, String path, String value) {
      String key = path;
      for (int number = 1; values.containsKey(key); number++) {
        key = path + "(" + number + ")";
      }
      values.put(key, value);
    }
  }
}
