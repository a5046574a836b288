// SPDX-License-Identifier: Apache-2.0
/**
 * The supervised models that some metrics are defined by: what they must do ({@link
 * org.disentangle.metric.learn.Learners}), and the ones that no library has in the form needed. No
 * metric lives here.
 */
package org.disentangle.metric.learn;
