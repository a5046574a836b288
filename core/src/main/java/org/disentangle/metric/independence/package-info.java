// SPDX-License-Identifier: Apache-2.0
/**
 * Scores of how independent the codes are of each other. They read codes alone, without factors, as
 * {@link org.disentangle.metric.CodeColumns} or, where a code is a distribution, as means and
 * standard deviations; what compares codes with factors lives elsewhere. Smaller is more
 * independent, which is not more disentangled: codes of pure noise are independent.
 */
package org.disentangle.metric.independence;
