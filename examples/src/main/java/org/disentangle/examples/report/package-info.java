// SPDX-License-Identifier: Apache-2.0
/**
 * What people see of a run: the progress of training, loss curves, heat maps, grids of scores,
 * tables, JSON and Parquet files. No training and no options.
 */
package org.disentangle.examples.report;
