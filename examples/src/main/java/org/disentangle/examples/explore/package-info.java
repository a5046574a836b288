// SPDX-License-Identifier: Apache-2.0
/**
 * A page on the loopback address with sliders for the codes of a trained model. {@code
 * ExploreServer} decides who may ask, {@code Routes} what is answered, {@code Gallery} makes the
 * images with the model's generator, without Spark. The page itself lies in the resources of this
 * package and loads nothing from elsewhere.
 */
package org.disentangle.examples.explore;
