// SPDX-License-Identifier: Apache-2.0
/** The data source {@code svhn}, {@link org.disentangle.data.svhn.SvhnSource}. */
package org.disentangle.data.svhn;
