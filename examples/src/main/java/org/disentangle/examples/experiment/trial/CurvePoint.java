// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.examples.experiment.CurveSet;
import org.disentangle.examples.experiment.measure.LossName;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/**
 * A point of a curve.
 *
 * @param iteration of every worker
 * @param value of a metric or a loss, finite
 */
public record CurvePoint(long iteration, double value) {

  /** About as many points as a line of a picture can show. */
  private static final int MOST = 200;

  /** The curves of a training that it has values of, by name. */
  static Map<String, List<CurvePoint>> all(History history, CurveSet curves) {
    Map<String, List<CurvePoint>> all = new LinkedHashMap<>();
    for (String name : curves.names()) {
      List<CurvePoint> points = new ArrayList<>();
      for (RoundRecord round : history.rounds()) {
        String loss = LossName.of(name);
        Double value = loss.isEmpty() ? round.metrics().get(name) : round.losses().get(loss);
        if (value != null && Double.isFinite(value)) {
          points.add(new CurvePoint(round.iteration(), value));
        }
      }
      if (!points.isEmpty()) {
        all.put(name, thinned(points));
      }
    }
    return all;
  }

  private static List<CurvePoint> thinned(List<CurvePoint> points) {
    int step = Math.max(1, (points.size() + MOST - 1) / MOST);
    List<CurvePoint> some = new ArrayList<>();
    for (int i = step - 1; i < points.size(); i += step) {
      some.add(points.get(i));
    }
    return some;
  }
}
