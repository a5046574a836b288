// SPDX-License-Identifier: Apache-2.0
/**
 * HDF5 files and the data source {@code hdf5}, {@link org.disentangle.data.hdf5.Hdf5Source}, of any
 * of them. The files are opened with jHDF; chunks are read here, a row of them at a time.
 */
package org.disentangle.data.hdf5;
