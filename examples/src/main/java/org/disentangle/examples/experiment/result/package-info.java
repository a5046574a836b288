// SPDX-License-Identifier: Apache-2.0
/** What the runs of an experiment add up to: means and errors as text, CSV, JSON and a picture. */
package org.disentangle.examples.experiment.result;
