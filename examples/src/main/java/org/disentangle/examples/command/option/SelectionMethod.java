// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.estimator.ModelCentrality;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.estimator.Udr;
import picocli.CommandLine.Option;

/** Which selection {@code select} uses, and how it measures. */
public final class SelectionMethod {

  /** As a user writes them. */
  enum Name {
    MODEL_CENTRALITY("model-centrality"),
    UDR_LASSO("udr-lasso"),
    UDR_SPEARMAN("udr-spearman"),
    SUPERVISED("supervised");

    private final String typed;

    Name(String typed) {
      this.typed = typed;
    }

    @Override
    public String toString() {
      return typed;
    }
  }

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "model-centrality",
      description =
          "${COMPLETION-CANDIDATES}; only the last needs factor columns. Default: ${DEFAULT-VALUE}.")
  private Name method;

  @SetsParam(value = "numVotes", of = ModelCentrality.class)
  @Option(names = "--votes", paramLabel = "N", description = "model-centrality:")
  private Integer votes;

  @SetsParam(value = "scaleSampleSize", of = ModelCentrality.class)
  @Option(names = "--scale-sample", paramLabel = "N", description = "model-centrality:")
  private Integer scaleSample;

  @SetsParam(value = "sampleSize", of = Udr.class)
  @Option(names = "--sample", paramLabel = "N", description = "udr-*:")
  private Integer sample;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      converter = MetricName.Converter.class,
      description =
          "With data with factor columns: the score that 'supervised' selects by (default "
              + MetricName.DEFAULT
              + "), and that any"
              + " other method is compared with.")
  private MetricName metric;

  /** The score to compare with, or null. */
  public MetricName metric() {
    return metric == null && isSupervised() ? new MetricName(MetricName.DEFAULT) : metric;
  }

  public ModelSelection<?> selection(long seed) {
    ModelSelection<?> selection =
        switch (method) {
          case MODEL_CENTRALITY -> centrality();
          case UDR_LASSO -> udr("lasso");
          case UDR_SPEARMAN -> udr("spearman");
          case SUPERVISED -> new SupervisedSelection().setEvaluator(metric().evaluator(seed));
        };
    return selection.setSeed(seed);
  }

  private ModelCentrality centrality() {
    ModelCentrality selection = new ModelCentrality();
    TrainingOptions.ifGiven(votes, selection::setNumVotes);
    TrainingOptions.ifGiven(scaleSample, selection::setScaleSampleSize);
    return selection;
  }

  private Udr udr(String relation) {
    Udr selection = new Udr().setRelation(relation);
    TrainingOptions.ifGiven(sample, selection::setSampleSize);
    return selection;
  }

  /** Whether the selection is by the score of {@link #metric()} itself. */
  public boolean isSupervised() {
    return method == Name.SUPERVISED;
  }

  /** Whether the images of the data play a part once the models are trained. */
  public boolean readsData() {
    return method != Name.MODEL_CENTRALITY || metric != null;
  }
}
