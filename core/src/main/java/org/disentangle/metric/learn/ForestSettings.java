// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/**
 * The size of a random forest. Every split may use every feature; importances are impurity
 * decreases, normalised tree by tree and averaged.
 *
 * @param trees number of trees, at least 1
 * @param maxDepth depth of the deepest leaf, the root being at depth 0; at least 1
 * @param seed seed of the bootstrap samples
 */
public record ForestSettings(int trees, int maxDepth, long seed) {

  /** The same with another seed. */
  public ForestSettings withSeed(long other) {
    return new ForestSettings(trees, maxDepth, other);
  }
}
