// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/**
 * A fitted model that says how much each feature mattered to it.
 *
 * @param <M> kind of model
 * @param model the model
 * @param importance of each feature, at least 0; they sum to 1, or are all 0 if nothing was learnt
 */
public record Weighed<M>(M model, double[] importance) {}
