/**
 * Metrics of disentanglement as plain functions over arrays.
 *
 * <p>Each metric is a class of static functions from a table of codes and factors, its settings and
 * a seed to a result record that also holds what a figure of it needs. Nothing here knows Spark, a
 * network or an image; only the JDK and commons-math are used.
 *
 * <p>Input that cannot be scored is refused with an {@link IllegalArgumentException} whose message
 * names what was found and what was expected, and whose second line begins "Maybe ".
 */
package org.disentangle.metric;
