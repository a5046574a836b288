// SPDX-License-Identifier: Apache-2.0
/**
 * How the workers' states become one: what a worker reports, and how states are gathered and
 * averaged, on the driver or, if they are large, across the cluster.
 */
package org.disentangle.train.averaging;
