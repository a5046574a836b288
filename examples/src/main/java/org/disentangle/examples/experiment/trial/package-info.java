// SPDX-License-Identifier: Apache-2.0
/**
 * The runs of an experiment: one variant with one seed each, trained, measured and kept in a folder
 * of its own, several at a time, and not again once finished.
 */
package org.disentangle.examples.experiment.trial;
