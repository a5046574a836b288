// SPDX-License-Identifier: Apache-2.0
/**
 * Everything that is trained: the Spark ML Estimators. An estimator checks its input, resolves its
 * Params and hands over to the round loop; networks and losses live elsewhere.
 */
package org.disentangle.estimator;
