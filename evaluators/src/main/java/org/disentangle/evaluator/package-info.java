// SPDX-License-Identifier: Apache-2.0
/**
 * The Evaluators: thin Spark ML shells over {@link org.disentangle.metric}.
 *
 * <p>An Evaluator checks columns, collects the few it needs and calls a metric; no formula of a
 * metric lives here.
 */
package org.disentangle.evaluator;
