// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

/**
 * The texts of a heat map that are not names of rows or columns; empty if absent.
 *
 * @param figure above everything
 * @param rows what the rows are
 * @param columns what the columns are
 * @param values what the values are
 */
record Titles(String figure, String rows, String columns, String values) {

  static final Titles NONE = new Titles("", "", "", "");
}
