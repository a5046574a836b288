// SPDX-License-Identifier: Apache-2.0
/**
 * Trained networks at work: codes to images and images to codes, batch by batch on one thread. No
 * training, no Spark.
 */
package org.disentangle.net.inference;
