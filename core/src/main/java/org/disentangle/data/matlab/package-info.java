// SPDX-License-Identifier: Apache-2.0
/**
 * Arrays of MATLAB files of version 5 (MATLAB's {@code -v6} and {@code -v7}), read as streams;
 * files of version 7.3 are HDF5.
 */
package org.disentangle.data.matlab;
