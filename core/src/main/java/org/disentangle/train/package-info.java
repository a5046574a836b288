// SPDX-License-Identifier: Apache-2.0
/**
 * Data-parallel training with parameter averaging on Spark: what is asked of a training, what comes
 * of it, and who is told on the way. The packages inside hold the images of the logical workers
 * ({@code shard}), the round loop ({@code round}), how states become one ({@code averaging}) and
 * checkpoints. It runs any {@link org.disentangle.net.TrainingProcedure} and knows none by name. No
 * ND4J or DL4J type may appear here, and nothing but primitive arrays crosses JVMs, so that any
 * Spark serializer will do.
 */
package org.disentangle.train;
