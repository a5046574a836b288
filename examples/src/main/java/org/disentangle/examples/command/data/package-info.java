// SPDX-License-Identifier: Apache-2.0
/** The commands on data sets: what is in one, and one written as Parquet. */
package org.disentangle.examples.command.data;
