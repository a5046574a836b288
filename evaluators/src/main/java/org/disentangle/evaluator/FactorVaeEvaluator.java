package org.disentangle.evaluator;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.FactorVae;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.HasMetricName;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.InvalidInputException;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageReader;

/**
 * Evaluates how well codes are disentangled, by the {@link FactorVae} score of a column of codes
 * against columns of ground-truth factors; larger is better.
 *
 * <pre>
 * double score = new FactorVaeEvaluator().setSeed(7).evaluate(model.transform(images));
 * </pre>
 *
 * <p>The result depends on the rows and the parameters, and on neither the order of the rows nor
 * their partitions. Codes and factors are collected to the driver (8 bytes each) in one pass. A
 * DataFrame with null, NaN or infinite codes or factors is refused. It encodes nothing: the codes
 * column must exist.
 */
public final class FactorVaeEvaluator extends Evaluator
    implements HasCodesCol<FactorVaeEvaluator>,
        HasFactorCols<FactorVaeEvaluator>,
        HasMetricName<FactorVaeEvaluator>,
        HasSeed<FactorVaeEvaluator>,
        PersistentStage {

  private static final List<String> NAMES =
      List.of("factorVae", "factorVaeRevised", "factorVaePaper", "factorVaeHeldOut");

  private static final Map<String, FactorVae.Variant> VARIANTS =
      Map.of(
          NAMES.get(0), FactorVae.Variant.INFOGAN_CR,
          NAMES.get(1), FactorVae.Variant.INFOGAN_CR_REVISED,
          NAMES.get(2), FactorVae.Variant.PAPER,
          NAMES.get(3), FactorVae.Variant.HELD_OUT);

  /**
   * A score with what it was made from.
   *
   * @param factorCols the column of each factor of the votes
   * @param result the score and its votes
   */
  public record Report(List<String> factorCols, FactorVae.Result result) {}

  private final ParamTable declared;

  public FactorVaeEvaluator() {
    this(Identifiable.randomUID("factorVaeEvaluator"));
  }

  public FactorVaeEvaluator(String uid) {
    this.declared = new ParamTable(this, uid);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * The scores: "factorVae" (InfoGAN-CR's protocol, the figure that its tables report; default),
   * "factorVaeRevised", "factorVaePaper" and "factorVaeHeldOut", in the order of {@link
   * FactorVae.Variant}, which defines them.
   */
  @Override
  public List<String> metricNames() {
    return NAMES;
  }

  /** Votes the classifier is made from, at least 1. Default 500. More votes, less noise. */
  public IntParam numVotes() {
    return declared.intParam(
        "numVotes", Allowed.atLeast(1).byDefault(500), "votes the classifier is made from");
  }

  public int getNumVotes() {
    return value(numVotes());
  }

  public FactorVaeEvaluator setNumVotes(int votes) {
    return with(numVotes(), votes);
  }

  /**
   * Rows compared in one vote, at least 2. Default 100. Where fewer rows share the value of the
   * fixed factor, all of those are used.
   */
  public IntParam votesSampleSize() {
    return declared.intParam(
        "votesSampleSize", Allowed.atLeast(2).byDefault(100), "rows compared in one vote");
  }

  public int getVotesSampleSize() {
    return value(votesSampleSize());
  }

  public FactorVaeEvaluator setVotesSampleSize(int rows) {
    return with(votesSampleSize(), rows);
  }

  /**
   * Codes whose standard deviation over all rows is smaller never vote; in units of the codes, at
   * least 0. Default 0, which leaves out constant codes only. 0.05 is common for VAE codes, whose
   * prior has standard deviation 1.
   */
  public DoubleParam minCodeStd() {
    return declared.doubleParam(
        "minCodeStd",
        Allowed.atLeast(0.0).byDefault(0.0),
        "smallest standard deviation of a code that votes");
  }

  public double getMinCodeStd() {
    return value(minCodeStd());
  }

  public FactorVaeEvaluator setMinCodeStd(double std) {
    return with(minCodeStd(), std);
  }

  /**
   * The score of a DataFrame.
   *
   * @throws InvalidInputException if a column is missing or has another type, if values are null or
   *     not finite, or if a factor has no value that several rows share
   */
  @Override
  public double evaluate(Dataset<?> data) {
    return report(data).result().score();
  }

  /** The score with its votes, for figures; errors as in {@link #evaluate(Dataset)}. */
  public Report report(Dataset<?> data) {
    CollectedCodes collected = CollectedCodes.of(this, data);
    return new Report(
        collected.factorCols(),
        FactorVae.score(collected.table(), VARIANTS.get(getMetricName()), settings()));
  }

  @Override
  public boolean isLargerBetter() {
    return true;
  }

  @Override
  public FactorVaeEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<FactorVaeEvaluator> read() {
    return StageReader.of(FactorVaeEvaluator.class, FactorVaeEvaluator::new);
  }

  public static FactorVaeEvaluator load(String path) {
    return read().load(path);
  }

  private FactorVae.Settings settings() {
    return new FactorVae.Settings(getNumVotes(), getVotesSampleSize(), getMinCodeStd(), getSeed());
  }
}
