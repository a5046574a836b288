// SPDX-License-Identifier: Apache-2.0
/**
 * Metrics of generated images that look at what a classifier says of them: its class probabilities,
 * or the features it computes on the way.
 *
 * <p>Plain functions over arrays. No image and no classifier is known here; whoever calls has run
 * one. The result depends on the rows and not on their order: sums over rows are taken over sorted
 * terms.
 */
package org.disentangle.metric.image;
