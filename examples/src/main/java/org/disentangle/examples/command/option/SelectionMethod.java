// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.sql.types.StructType;
import org.disentangle.estimator.ModelCentrality;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.estimator.Udr;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;

/** Which selection {@code select} uses, and how it measures. */
public final class SelectionMethod {

  private static final InputErrors ERRORS = new InputErrors("disentangle select");

  /** As a user writes them. */
  public enum Name {
    MODEL_CENTRALITY("model-centrality"),
    UDR_LASSO("udr-lasso"),
    UDR_SPEARMAN("udr-spearman"),
    SUPERVISED("supervised");

    private final String typed;

    Name(String typed) {
      this.typed = typed;
    }

    /** The method of this name. */
    public static Optional<Name> named(String typed) {
      return Arrays.stream(values()).filter(name -> name.typed.equals(typed)).findFirst();
    }

    /**
     * A new selection.
     *
     * @param evaluator of the supervised one, asked for by that alone
     */
    public ModelSelection<?> selection(Supplier<? extends Evaluator> evaluator) {
      return switch (this) {
        case MODEL_CENTRALITY -> new ModelCentrality();
        case UDR_LASSO -> new Udr().setRelation("lasso");
        case UDR_SPEARMAN -> new Udr().setRelation("spearman");
        case SUPERVISED -> new SupervisedSelection().setEvaluator(evaluator.get());
      };
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
  @Needs("--method=model-centrality")
  @Option(names = "--votes", paramLabel = "N", description = "model-centrality:")
  private Integer votes;

  @SetsParam(value = "scaleSampleSize", of = ModelCentrality.class)
  @Needs("--method=model-centrality")
  @Option(names = "--scale-sample", paramLabel = "N", description = "model-centrality:")
  private Integer scaleSample;

  @SetsParam(value = "sampleSize", of = Udr.class)
  @Needs({"--method=udr-lasso", "--method=udr-spearman"})
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

  /**
   * Refuses a score that is unknown, or that the data cannot have.
   *
   * @throws org.disentangle.error.InvalidInputException naming {@code --metric}
   */
  public void requireMeasurable(StructType schema) {
    if (metric() != null) {
      metric().requireFactors("--metric", schema);
    }
  }

  /** The score to compare with, or null. */
  public MetricName metric() {
    return metric == null && isSupervised() ? new MetricName(MetricName.DEFAULT) : metric;
  }

  public ModelSelection<?> selection(long seed) {
    Optional<Evaluator> evaluator =
        Optional.ofNullable(metric()).map(score -> score.evaluator(seed));
    ModelSelection<?> selection = method.selection(evaluator::orElseThrow);
    if (selection instanceof ModelCentrality centrality) {
      TrainingOptions.ifGiven(votes, centrality::setNumVotes);
      TrainingOptions.ifGiven(scaleSample, centrality::setScaleSampleSize);
    } else if (selection instanceof Udr udr) {
      TrainingOptions.ifGiven(sample, udr::setSampleSize);
    }
    return selection.setSeed(seed);
  }

  /**
   * Refuses fewer models than there have to be for a choice, and more than can be held, before any
   * work.
   *
   * @param option that says how many there are
   * @param given its value
   */
  public static void requireSeveral(String option, int given, long models) {
    if (models < 2) {
      throw ERRORS.parameter(option, given, "at least 2 models to choose from");
    }
    if (models > ModelSelection.MOST_MODELS) {
      throw ERRORS.parameter(
          option, given, "at most " + ModelSelection.MOST_MODELS + " models to choose from");
    }
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
