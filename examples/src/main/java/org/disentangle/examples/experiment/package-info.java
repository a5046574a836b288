// SPDX-License-Identifier: Apache-2.0
/**
 * Small runs that show what a paper says of its system, each by a number and a picture. Their
 * commands are in {@code command}.
 */
package org.disentangle.examples.experiment;
