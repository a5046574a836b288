// SPDX-License-Identifier: Apache-2.0
/**
 * The data source {@code sprites}, {@link org.disentangle.data.reed.ReedSpritesSource}: animated
 * characters, not the data set dSprites.
 */
package org.disentangle.data.reed;
