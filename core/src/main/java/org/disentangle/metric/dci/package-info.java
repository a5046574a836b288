// SPDX-License-Identifier: Apache-2.0
/**
 * DCI: disentanglement, completeness and informativeness (Eastwood and Williams, "A framework for
 * the quantitative evaluation of disentangled representations", 2018). {@link
 * org.disentangle.metric.dci.ImportanceMatrix} turns importances into scores; there is a class for
 * each kind of model that importances can come from. The models themselves live in {@link
 * org.disentangle.metric.learn}.
 */
package org.disentangle.metric.dci;
