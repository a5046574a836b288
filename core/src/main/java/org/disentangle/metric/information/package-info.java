// SPDX-License-Identifier: Apache-2.0
/**
 * Scores from the mutual information of codes and factors: the matrix itself ({@link
 * org.disentangle.metric.information.MutualInformation}), what is computed from it (MIG, MIG-sup,
 * DCIMIG, JEMMIG, modularity), how numbers are binned and counted for it, and the information in
 * categorical codes.
 *
 * <p>All information is in nats and is that of the empirical distribution, without a correction for
 * bias: independent variables have a small positive one, about (bins - 1) (values - 1) / (2 rows).
 * What fits a model or needs no factors lives elsewhere.
 */
package org.disentangle.metric.information;
