// SPDX-License-Identifier: Apache-2.0
/**
 * Scores of how well factors can be predicted from codes: from single codes, and by models of all
 * codes. The models themselves live in {@link org.disentangle.metric.learn}.
 */
package org.disentangle.metric.predictability;
