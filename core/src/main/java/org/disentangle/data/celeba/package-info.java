// SPDX-License-Identifier: Apache-2.0
/** The data source {@code celeba}, {@link org.disentangle.data.celeba.CelebASource}. */
package org.disentangle.data.celeba;
