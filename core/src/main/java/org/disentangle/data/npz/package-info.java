// SPDX-License-Identifier: Apache-2.0
/**
 * NumPy archives ({@code .npz}), streamed from any file system Hadoop knows. Knows nothing of what
 * the arrays mean.
 */
package org.disentangle.data.npz;
