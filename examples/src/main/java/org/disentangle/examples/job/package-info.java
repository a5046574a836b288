// SPDX-License-Identifier: Apache-2.0
/**
 * Complete jobs to copy from, in Java and in Scala: a Pipeline, a CrossValidator over lambda and
 * alpha, labelled generation to Parquet, a classifier trained on generated labels, and the label of
 * images separated from everything else. They use the libraries only, nothing else of this module.
 */
package org.disentangle.examples.job;
