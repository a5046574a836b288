// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code mpi3d}, {@link org.disentangle.data.mpi3d.Mpi3dSource}: pictures of a
 * robot arm.
 */
package org.disentangle.data.mpi3d;
