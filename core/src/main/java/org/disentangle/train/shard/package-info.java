// SPDX-License-Identifier: Apache-2.0
/**
 * The images of a training, packed and spread over the workers, and the order in which a worker
 * takes them.
 */
package org.disentangle.train.shard;
