// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No reference value is skipped. */
class OracleMetricsTest {

  @Test
  void everyMetricWithReferenceValuesIsListed() {
    Set<String> skipped = new TreeSet<>(Oracle.metrics());
    skipped.removeAll(OracleMetrics.all());
    assertEquals(Set.of(), skipped);
  }

  @Test
  void everyTestRunsWhatItIsListedWith() throws IOException {
    for (Map.Entry<String, List<String>> entry : OracleMetrics.BY_TEST.entrySet()) {
      String source = Files.readString(Path.of("..", entry.getKey() + ".java"));
      for (String metric : entry.getValue()) {
        assertTrue(source.contains('"' + metric + '"'), entry.getKey() + " runs " + metric);
      }
    }
  }
}
