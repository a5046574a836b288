// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a selection among the models of all runs picked.
 *
 * @param method as {@code select --method} names it
 * @param variant row of the model that was picked
 * @param seed of the model that was picked
 * @param measure the metric that it is compared by
 * @param picked its value
 * @param mean of all models
 * @param best of all models
 * @param rankCorrelation Spearman's, of the selection's scores and the metric; null if either is
 *     constant
 */
public record SelectionScore(
    String method,
    String variant,
    long seed,
    String measure,
    double picked,
    double mean,
    double best,
    @JsonProperty("rank_correlation") Double rankCorrelation) {}
