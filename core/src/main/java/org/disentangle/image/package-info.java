/**
 * Image cells of DataFrames and the arrays the networks read: conversions between Spark's image
 * struct, PNG bytes, float arrays and ML vectors on one side and channels-first {@code float[]} in
 * [0, 1] on the other, and grids of images as PNG files.
 *
 * <p>Every conversion is exact or refused. Knows Spark SQL types and {@code javax.imageio}; knows
 * no network, no stage and no data set.
 */
package org.disentangle.image;
