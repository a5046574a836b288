// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code idx}, {@link org.disentangle.data.idx.IdxSource}: images and labels in the
 * format of MNIST.
 */
package org.disentangle.data.idx;
