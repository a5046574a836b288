// SPDX-License-Identifier: Apache-2.0
/**
 * Runs whose processes are killed at random moments, compared bit by bit with an undisturbed one.
 * Kills only processes it started itself; knows nothing of how training works.
 */
package org.disentangle.examples.chaos;
