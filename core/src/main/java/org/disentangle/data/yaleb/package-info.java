// SPDX-License-Identifier: Apache-2.0
/** The data source {@code yaleb}, {@link org.disentangle.data.yaleb.YaleBSource}. */
package org.disentangle.data.yaleb;
