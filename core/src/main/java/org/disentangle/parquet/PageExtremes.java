// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/**
 * Least and largest whole number or bytes of a page. Parquet's own statistics, which get only these
 * two, compare bytes one by one; images have many equal ones.
 */
final class PageExtremes {

  private boolean numbers;
  private int leastNumber;
  private int largestNumber;
  private byte[] least;
  private byte[] largest;

  void add(int value) {
    if (!numbers) {
      numbers = true;
      leastNumber = value;
      largestNumber = value;
    } else if (value < leastNumber) {
      leastNumber = value;
    } else if (value > largestNumber) {
      largestNumber = value;
    }
  }

  /**
   * @param value may change afterwards
   */
  void add(byte[] value) {
    if (least == null) {
      least = value.clone();
      largest = least;
    } else if (Arrays.compareUnsigned(value, least) < 0) {
      least = value.clone();
    } else if (Arrays.compareUnsigned(value, largest) > 0) {
      largest = value.clone();
    }
  }

  /** Returns a page's statistics, and starts again. */
  void endPage(Statistics<?> statistics) {
    if (numbers) {
      statistics.updateStats(leastNumber);
      statistics.updateStats(largestNumber);
      numbers = false;
    }
    if (least != null) {
      statistics.updateStats(Binary.fromConstantByteArray(least));
      statistics.updateStats(Binary.fromConstantByteArray(largest));
      least = null;
    }
  }
}
