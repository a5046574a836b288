// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;

/** What is lost between a code and an image of it. */
public final class CodeReadingError implements Measure {

  @Override
  public String name() {
    return "code_error";
  }

  @Override
  public String meaning() {
    return "squared error of continuous codes read from generated images, per variance of the code given;"
        + " 0 for none, 1 where images show nothing";
  }

  @Override
  public double of(MeasuredModel model) throws IOException {
    return model.codeReading().error(model.categoricalCodes());
  }
}
