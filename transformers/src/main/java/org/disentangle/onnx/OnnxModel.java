// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.onnx.OnnxHeader;

/** What an export needs of a model. */
interface OnnxModel {

  /**
   * A vector or number per example that a generator takes and an encoder gives.
   *
   * @param name of the input and the output
   * @param values per example; 0 for a single number
   * @param draw Python that draws one for 8 examples, with {@code draw} a NumPy generator
   * @param about what it is, as it stands in a table
   * @param encoded whether the encoder gives it
   */
  record Tensor(String name, int values, String draw, String about, boolean encoded) {}

  byte[] generator(OnnxHeader header);

  byte[] encoder(OnnxHeader header);

  /**
   * What the files say of the model.
   *
   * @param codeNames empty for the usual ones
   * @throws org.disentangle.error.InvalidInputException if the names do not fit
   */
  Map<String, String> properties(String... codeNames);

  /** What the generator takes, in order. */
  List<Tensor> tensors(String... codeNames);

  /** Whether the encoder gives logarithms of variances too. */
  boolean isVariational();

  TrainedModel model();

  ImageShape imageShape();

  /** Such as "1 x 32 x 32". */
  default String imageSizes() {
    ImageShape shape = imageShape();
    return String.format(
        Locale.ROOT, "%d x %d x %d", shape.channels(), shape.height(), shape.width());
  }

  /** Class of the model. */
  default String system() {
    return model().getClass().getSimpleName();
  }

  default TrainedWith trainedWith() {
    return model().trainedWith();
  }
}
