// SPDX-License-Identifier: Apache-2.0
/**
 * Choosing among trained models without ground truth: scores of each model from how it agrees with
 * the others, and the ranking by them. Training, generating and encoding live elsewhere; this
 * package reads codes and cross scores.
 */
package org.disentangle.metric.selection;
