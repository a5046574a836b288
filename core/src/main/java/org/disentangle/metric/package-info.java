// SPDX-License-Identifier: Apache-2.0
/**
 * Metrics of disentanglement and of generated images as plain functions over arrays, a package a
 * family; in this one the tables they read ({@link org.disentangle.metric.LabelledCodes}, {@link
 * org.disentangle.metric.CodeColumns}), what several families share, and the scores that hold votes
 * over groups of rows.
 *
 * <p>Each metric is a class of static functions from a table of codes and factors, its settings and
 * a seed to a result record that also holds what a figure of it needs. Nothing here knows Spark, a
 * network or an image file; only the JDK, commons-math and liblinear are used. Models that another
 * library fits reach a metric through {@link org.disentangle.metric.learn.Learners}.
 *
 * <p>Input that cannot be scored is refused with an {@link IllegalArgumentException} whose message
 * names what was found and what was expected.
 */
package org.disentangle.metric;
