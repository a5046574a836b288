// SPDX-License-Identifier: Apache-2.0
/**
 * The data sources {@code smallnorb}, {@link org.disentangle.data.norb.SmallNorbSource}, and {@code
 * norb}, {@link org.disentangle.data.norb.NorbSource}.
 */
package org.disentangle.data.norb;
