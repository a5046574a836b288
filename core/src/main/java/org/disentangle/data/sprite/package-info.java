// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code dsprites}, {@link org.disentangle.data.sprite.SpriteSource}:
 * two-dimensional shapes with five factors, rendered or read from the original archive ({@code
 * .npz}). The geometry and the factor grid are plain Java and can be used without Spark.
 */
package org.disentangle.data.sprite;
