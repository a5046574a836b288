/**
 * Random forests; only {@link org.disentangle.metric.learn.forest.RandomForest} is for use outside.
 */
package org.disentangle.metric.learn.forest;
