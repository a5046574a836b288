// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code cdsprites}, {@link org.disentangle.data.disc.DiscSource}: a disc whose
 * place is given in polar coordinates, rendered.
 */
package org.disentangle.data.disc;
