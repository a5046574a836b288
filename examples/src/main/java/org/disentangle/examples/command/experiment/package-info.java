// SPDX-License-Identifier: Apache-2.0
/**
 * The commands {@code experiment ...}, one per experiment: their options, progress and tables. The
 * experiments themselves are in {@code org.disentangle.examples.experiment}.
 */
package org.disentangle.examples.command.experiment;
