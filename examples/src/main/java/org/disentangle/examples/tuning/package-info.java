/** Cross-validation over lambda and alpha, as Spark's own {@code CrossValidator} does it. */
package org.disentangle.examples.tuning;
