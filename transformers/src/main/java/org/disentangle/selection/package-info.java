// SPDX-License-Identifier: Apache-2.0
/**
 * Measuring trained models against each other: the cross matrix of ModelCentrality, whose images
 * are generated and encoded within Spark tasks. Training and ranking live elsewhere.
 */
package org.disentangle.selection;
