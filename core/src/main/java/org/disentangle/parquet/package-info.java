// SPDX-License-Identifier: Apache-2.0
/**
 * Parquet files written column by column, for rows that are all shaped alike: every array as long
 * in one row as in the next.
 *
 * <p>Files are those Spark would write, and pages, compression, statistics and footers are
 * Parquet's own code. What is saved is its record assembly, which handles every number of every
 * array by itself. Uses Spark's rows and Parquet, and no other package of this project.
 */
package org.disentangle.parquet;
