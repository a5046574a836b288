/** Tables of codes and factors in files: how they are read for the metrics. */
package org.disentangle.examples.metrics;
