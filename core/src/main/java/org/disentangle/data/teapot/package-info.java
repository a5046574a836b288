/**
 * Pictures of a teapot: the data source {@link org.disentangle.data.teapot.TeapotSource}, and the
 * renderer behind it. {@link org.disentangle.data.teapot.TeapotRenderer} is plain Java and can be
 * used without Spark.
 */
package org.disentangle.data.teapot;
