// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import org.disentangle.estimator.Oogan;
import org.disentangle.estimator.TrainsInRounds;

/** How alike the kernels are by which OOGAN's Q reads codes (Liu et al. 2020, table 2). */
public final class CodeKernelCosine implements Measure {

  @Override
  public String name() {
    return "q_cosine";
  }

  @Override
  public String meaning() {
    return "mean absolute cosine of two kernels of the first convolution of OOGAN's Q, one for each code or two;"
        + " 0 is best";
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return system instanceof Oogan;
  }

  @Override
  public double of(MeasuredModel model) {
    return model.kernelCosine();
  }
}
