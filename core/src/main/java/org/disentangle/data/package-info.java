/**
 * Synthetic data sets as Spark data sources: images are computed on the executors, with the factors
 * they were made from beside them.
 *
 * <p>{@code spark.read().format("dsprites")} is {@link org.disentangle.data.SpriteSource}. The
 * geometry and the factor grid are plain Java and can be used without Spark. Nothing here trains,
 * scores or knows a stage.
 */
package org.disentangle.data;
