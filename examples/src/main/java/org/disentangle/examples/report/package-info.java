/**
 * What people see of a run: the progress of training, loss curves, tables, JSON and Parquet files.
 * No training and no options.
 */
package org.disentangle.examples.report;
