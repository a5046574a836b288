// SPDX-License-Identifier: Apache-2.0
/**
 * Tables that commands read: CSV and Parquet, distinguished by how their files begin, and what
 * Spark's own readers refuse said in the words of every other refusal.
 */
package org.disentangle.examples.table;
