// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

/**
 * A pair of weights and how it did.
 *
 * @param lambda weight of the information term
 * @param alpha weight of the contrastive regulariser
 * @param score mean over the folds
 * @param best whether it is the pair that was refitted on all data
 */
public record GridScore(double lambda, double alpha, double score, boolean best) {}
