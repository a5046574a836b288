// SPDX-License-Identifier: Apache-2.0
/**
 * Random forests; only {@link org.disentangle.metric.learn.forest.RandomForest} is for use outside.
 */
package org.disentangle.metric.learn.forest;
