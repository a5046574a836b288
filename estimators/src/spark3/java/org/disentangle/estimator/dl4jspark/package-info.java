// SPDX-License-Identifier: Apache-2.0
/**
 * Supervised training through dl4j-spark: its graphs and its parameter-averaging master, fed so
 * that the result is the same on any cluster. The only package besides {@code org.disentangle.net}
 * that computes with Deeplearning4j, and the only one that knows dl4j-spark.
 */
package org.disentangle.estimator.dl4jspark;
