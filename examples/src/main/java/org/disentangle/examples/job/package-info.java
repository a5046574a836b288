/**
 * Complete jobs to copy from, in Java and in Scala: a Pipeline, a CrossValidator over lambda and
 * alpha, labelled generation to Parquet, and a classifier trained on generated labels. They use the
 * libraries only, nothing else of this module.
 */
package org.disentangle.examples.job;
