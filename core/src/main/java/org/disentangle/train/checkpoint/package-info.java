// SPDX-License-Identifier: Apache-2.0
/**
 * Checkpoints on a Hadoop file system: their format, who owns a directory, and what must be equal
 * for a run to be continued.
 */
package org.disentangle.train.checkpoint;
