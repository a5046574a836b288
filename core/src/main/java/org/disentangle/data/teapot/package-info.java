// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code teapots}, {@link org.disentangle.data.teapot.TeapotSource}: pictures of a
 * teapot, rendered. {@link org.disentangle.data.teapot.TeapotRenderer} is plain Java and can be
 * used without Spark.
 */
package org.disentangle.data.teapot;
