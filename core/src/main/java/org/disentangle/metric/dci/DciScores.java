// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

/**
 * What an importance matrix says. All scores lie in [0, 1], up to 1e-9.
 *
 * @param importance the matrix
 * @param aggregation how it was turned into scores
 * @param disentanglement mean of {@code codeDisentanglement}, weighted by importance
 * @param completeness mean of {@code factorCompleteness}, weighted as the aggregation says
 * @param codeDisentanglement how far each code depends on one factor only
 * @param factorCompleteness how far each factor is captured by one code only
 */
public record DciScores(
    ImportanceMatrix importance,
    Aggregation aggregation,
    double disentanglement,
    double completeness,
    double[] codeDisentanglement,
    double[] factorCompleteness) {}
