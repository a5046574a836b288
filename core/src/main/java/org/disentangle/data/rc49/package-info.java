// SPDX-License-Identifier: Apache-2.0
/** The data source {@code rc49}, {@link org.disentangle.data.rc49.Rc49Source}. */
package org.disentangle.data.rc49;
