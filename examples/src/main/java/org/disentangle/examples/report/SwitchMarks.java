// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.model.TrainedWith;
import org.disentangle.train.shard.DataFingerprint;

/** When the contrastive regulariser is switched on and its gap changes, for curves over it. */
public final class SwitchMarks {

  private SwitchMarks() {}

  /** Iterations by what happens there, in order; empty if nothing does. */
  public static Map<String, Long> of(TrainsInRounds<?> estimator) {
    return of(TrainedWith.of(estimator, Set.of(), DataFingerprint.UNKNOWN));
  }

  /** The same of the training of a model, as far as that is known. */
  public static Map<String, Long> of(TrainedWith training) {
    Map<String, Long> marks = new LinkedHashMap<>();
    if (training.params().containsKey("crStart")
        && Double.parseDouble(training.value("alpha")) > 0) {
      mark(marks, training, "alpha", "alpha", "crStart");
      if (training.params().containsKey("gapSwitch")) {
        boolean falls = !training.params().getOrDefault("gapFall", "0").equals("0");
        mark(marks, training, falls ? "gap towards" : "gap", "gapAfter", "gapSwitch");
      }
    }
    return marks;
  }

  private static void mark(
      Map<String, Long> marks, TrainedWith training, String name, String value, String start) {
    long iteration = Long.parseLong(training.value(start));
    if (iteration < Long.parseLong(training.value("maxIter"))) {
      marks.put(
          String.format(Locale.ROOT, "%s %s from %d", name, training.value(value), iteration),
          iteration);
    }
  }
}
