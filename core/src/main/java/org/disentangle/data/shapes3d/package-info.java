// SPDX-License-Identifier: Apache-2.0
/** The data source {@code shapes3d}, {@link org.disentangle.data.shapes3d.Shapes3dSource}. */
package org.disentangle.data.shapes3d;
