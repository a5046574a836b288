// SPDX-License-Identifier: Apache-2.0
/**
 * Every metric of a table by its name: which there are, what each needs, and how to compute some of
 * them with each shared step done once.
 *
 * <p>A {@link org.disentangle.metric.suite.MetricGroup} is what is computed together; a class here
 * lists the groups of one family. No formula lives here: the other packages have them.
 */
package org.disentangle.metric.suite;
