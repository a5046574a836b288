// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeapotDrawsTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @EnumSource(TeapotVariant.class)
  void factorsAreUniformAndIndependent(TeapotVariant variant) {
    double[][] rows = new double[ROWS][];
    TeapotDraws draws = new TeapotDraws(variant, Map.of(), 0, 42);
    for (int row = 0; row < ROWS; row++) {
      rows[row] = draws.factors(row);
    }
    for (int place = 0; place < variant.factors().size(); place++) {
      TeapotFactor factor = variant.factors().get(place);
      SummaryStatistics share = new SummaryStatistics();
      for (double[] row : rows) {
        assertTrue(row[place] >= 0 && row[place] <= factor.max());
        share.addValue(uniform(factor, row[place]));
      }
      // Mean and variance of a uniform number, within five standard errors.
      assertEquals(0.5, share.getMean(), 5 * Math.sqrt(1.0 / 12 / ROWS));
      assertEquals(1.0 / 12, share.getVariance(), 5 * Math.sqrt(1.0 / 180 / ROWS));
      assertTrue(share.getMin() < 0.001 && share.getMax() > 0.999);
    }
    RealMatrix correlations = new PearsonsCorrelation(rows).getCorrelationMatrix();
    for (int i = 0; i < correlations.getRowDimension(); i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(0, correlations.getEntry(i, j), 5 / Math.sqrt(ROWS));
      }
    }
  }

  /** Directions are uniform on the sphere if the cosine of the polar angle is uniform. */
  private static double uniform(TeapotFactor factor, double value) {
    return switch (factor) {
      case POLAR, LIGHT_POLAR -> (1 - Math.cos(value)) / 2;
      default -> value / factor.max();
    };
  }
}
