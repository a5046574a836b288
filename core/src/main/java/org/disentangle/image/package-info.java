// SPDX-License-Identifier: Apache-2.0
/**
 * Image cells of DataFrames and the arrays the networks read: conversions between Spark's image
 * struct, PNG bytes, float arrays and ML vectors on one side and channels-first {@code float[]} in
 * [0, 1] on the other, the steps that bring images to one size and colour, and grids of images as
 * PNG files. JPEG bytes are read too; they are never written, because that loses detail.
 *
 * <p>Every conversion is exact or refused; resizing and grey are steps to be asked for. Knows Spark
 * SQL types and {@code javax.imageio}; knows no network, no stage and no data set.
 */
package org.disentangle.image;
