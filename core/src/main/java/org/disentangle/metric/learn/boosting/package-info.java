// SPDX-License-Identifier: Apache-2.0
/**
 * Gradient-boosted trees; only {@link org.disentangle.metric.learn.boosting.GradientBoosting} is
 * for use outside.
 */
package org.disentangle.metric.learn.boosting;
