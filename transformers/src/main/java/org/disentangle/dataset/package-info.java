// SPDX-License-Identifier: Apache-2.0
/**
 * Labelled data sets: what a model generates, written to Parquet with its codes and a data card,
 * and pictures of a part of it. Nothing is trained, no options are read, nothing is printed.
 */
package org.disentangle.dataset;
