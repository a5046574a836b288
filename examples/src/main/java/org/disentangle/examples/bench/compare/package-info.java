// SPDX-License-Identifier: Apache-2.0
/** Two builds of this program measured in turns. What is measured are their own benchmarks. */
package org.disentangle.examples.bench.compare;
