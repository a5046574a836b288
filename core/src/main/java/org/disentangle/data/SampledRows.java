// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

/** Rows of which a sample says how many there are and into how many ranges they are cut. */
public interface SampledRows extends RowData {

  /** Which members of the data set the rows are. */
  Sample sample();

  @Override
  default int rows() {
    return sample().rows();
  }

  @Override
  default int numPartitions() {
    return sample().numPartitions();
  }
}
