// SPDX-License-Identifier: Apache-2.0
/**
 * Scores of what happens to the codes when factors are set, read from groups of rows that share
 * values of a factor; without votes and without fitted models.
 */
package org.disentangle.metric.intervention;
