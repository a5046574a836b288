// SPDX-License-Identifier: Apache-2.0
/**
 * Networks and training steps: a network with its optimiser and state, the seam that every training
 * procedure implements, and which engine computes the passes. Built on DL4J and ND4J; nothing here
 * or below knows Spark.
 */
package org.disentangle.net;
