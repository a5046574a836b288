/**
 * Data-parallel training with parameter averaging on Spark: the packed images of the logical
 * workers, the round loop, checkpoints and the history of a run. It runs any {@link
 * org.disentangle.net.TrainingProcedure} and knows none by name. No ND4J or DL4J type may appear
 * here, and nothing but primitive arrays crosses JVMs, so that any Spark serializer will do.
 */
package org.disentangle.train;
