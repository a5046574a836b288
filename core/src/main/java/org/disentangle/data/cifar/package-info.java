// SPDX-License-Identifier: Apache-2.0
/** The data source {@code cifar}, {@link org.disentangle.data.cifar.CifarSource}. */
package org.disentangle.data.cifar;
