// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.report.CandidateLabel;
import org.disentangle.examples.report.CandidateTable;
import org.disentangle.examples.report.RankedModel;
import org.disentangle.examples.report.SelectionFolder;
import org.disentangle.model.SelectedModel;
import org.disentangle.selection.CandidateName;

/**
 * What came of a selection, in a user's words.
 *
 * @param given where the models were loaded from; empty if they were trained
 * @param metric what the scores are compared with; null for nothing
 * @param supervised the score of each model by that; empty without
 */
record SelectionResult(
    SelectedModel selected, List<String> given, MetricName metric, double[] supervised) {

  /** All models, the best first. */
  List<RankedModel> ranking() {
    return RankedModel.of(selected.ranked(), labels(), supervised);
  }

  /** What the models are called, by their numbers. */
  List<String> names() {
    return labels().stream().map(CandidateLabel::toString).toList();
  }

  private List<CandidateLabel> labels() {
    return IntStream.range(0, selected.models().size())
        .mapToObj(
            model -> {
              CandidateName name = CandidateName.of(selected.models().get(model));
              return new CandidateLabel(
                  given.isEmpty() ? String.valueOf(model) : given.get(model),
                  Algorithm.ofEstimator(name.system()),
                  name.seed().orElse(null));
            })
        .toList();
  }

  /** The ranking and the models' agreement, for the report of the best one. */
  CandidateTable comparison() {
    String method = selected.ranked().method();
    return new CandidateTable(
        "All models, the best first",
        String.format(
            Locale.ROOT,
            "This report is about the model in place 1, by %s%s.",
            method,
            selected.ranked().matrix().length == 0
                ? ""
                : "; a row or column per model in the picture, from 0 (no agreement) to 1"),
        RankedModel.table(ranking(), method, metric == null ? null : metric.name()),
        "Agreement of the models with each other",
        SelectionFolder.matrix(selected, names()));
  }

  /** Prints the table, the comparison with the metric, and which models are alike. */
  void print(PrintWriter out, PrintWriter err) {
    List<RankedModel> ranking = ranking();
    String measured = metric == null ? null : metric.name();
    out.print(RankedModel.table(ranking, selected.ranked().method(), measured));
    if (metric != null) {
      double correlation = RankedModel.correlation(ranking);
      out.printf(
          Locale.ROOT,
          "rank correlation with %s: %s%n",
          measured,
          Double.isNaN(correlation)
              ? "not defined, as all models score alike"
              : String.format(Locale.ROOT, "%.3f", correlation));
    }
    if (ranking.size() == 2 && ranking.get(0).score() == ranking.get(1).score()) {
      err.printf(
          Locale.ROOT,
          "Two models agree with each other alike, so that neither is better: three or more can be ranked.%n");
    }
    for (List<Integer> alike : selected.ranked().alike()) {
      err.printf(
          Locale.ROOT,
          "Alike, and so voting for each other: models %s. Good models are, and so are copies of"
              + " one and models that collapsed alike: look at their traversals.%n",
          alike.stream().map(names()::get).collect(Collectors.joining(", ")));
    }
  }
}
