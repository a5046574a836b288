// SPDX-License-Identifier: Apache-2.0
/**
 * Measurements of speed: steps of the engine alone, the round loop on Spark, generation to Parquet.
 * They print nothing; commands report what they return.
 */
package org.disentangle.examples.bench;
