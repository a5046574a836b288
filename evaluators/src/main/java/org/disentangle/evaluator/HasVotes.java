// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasSeed;

/** Params of the FactorVAE scores: how many votes are held, over how many rows, by which codes. */
public interface HasVotes<T extends HasVotes<T>> extends HasSeed<T> {

  /** Votes the classifier is made from, at least 1. Default 500. More votes, less noise. */
  default IntParam numVotes() {
    return declared()
        .intParam(
            "numVotes",
            Allowed.atLeast(1).byDefault(FactorVaeScore.Settings.DEFAULT.numVotes()),
            "votes the classifier is made from");
  }

  default int getNumVotes() {
    return value(numVotes());
  }

  default T setNumVotes(int votes) {
    return with(numVotes(), votes);
  }

  /**
   * Rows compared in one vote, at least 2. Default 100. Where fewer rows share the value of the
   * fixed factor, all of those are used.
   */
  default IntParam votesSampleSize() {
    return declared()
        .intParam(
            "votesSampleSize",
            Allowed.atLeast(2).byDefault(FactorVaeScore.Settings.DEFAULT.votesSampleSize()),
            "rows compared in one vote");
  }

  default int getVotesSampleSize() {
    return value(votesSampleSize());
  }

  default T setVotesSampleSize(int rows) {
    return with(votesSampleSize(), rows);
  }

  /**
   * Codes whose standard deviation over all rows is smaller never vote; in units of the codes, at
   * least 0. Default 0, which leaves out constant codes only. 0.05 is common for VAE codes, whose
   * prior has standard deviation 1.
   */
  default DoubleParam minCodeStd() {
    return declared()
        .doubleParam(
            "minCodeStd",
            Allowed.atLeast(0.0).byDefault(FactorVaeScore.Settings.DEFAULT.minCodeStd()),
            "smallest standard deviation of a code that votes");
  }

  default double getMinCodeStd() {
    return value(minCodeStd());
  }

  default T setMinCodeStd(double std) {
    return with(minCodeStd(), std);
  }

  /** The values of these Params. */
  default FactorVaeScore.Settings votes() {
    return new FactorVaeScore.Settings(
        getNumVotes(), getVotesSampleSize(), getMinCodeStd(), getSeed());
  }
}
