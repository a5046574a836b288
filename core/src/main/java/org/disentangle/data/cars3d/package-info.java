// SPDX-License-Identifier: Apache-2.0
/** The data source {@code cars3d}, {@link org.disentangle.data.cars3d.Cars3dSource}. */
package org.disentangle.data.cars3d;
