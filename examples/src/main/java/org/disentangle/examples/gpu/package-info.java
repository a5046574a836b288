// SPDX-License-Identifier: Apache-2.0
/**
 * What the machine's GPUs are, and whether layers compute on them what they compute on the
 * processor.
 */
package org.disentangle.examples.gpu;
