// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.disentangle.net.onnx.OnnxNetworks;
import org.disentangle.onnx.OnnxModel.Tensor;
import org.disentangle.stage.Versions;

/**
 * The page beside the files of an export: what they take and give, and lines of Python that run as
 * they are.
 */
record OnnxPage(OnnxModel model, String[] codeNames, int opset) {

  String text() {
    List<Tensor> tensors = model.tensors(codeNames);
    List<String> found = tensors.stream().filter(Tensor::encoded).map(Tensor::name).toList();
    return String.format(
        Locale.ROOT,
        """
        # %s as ONNX

        `generator.onnx` makes images of codes, `encoder.onnx` finds the codes of images. With numpy and onnxruntime:

        ```python
        import numpy as np
        import onnxruntime as ort

        draw = np.random.default_rng(0)
        inputs = {
        %s
        }
        image = ort.InferenceSession("generator.onnx").run(["image"], inputs)[0]  # 8 x %s, 0 to 1
        pixels = np.rint(255 * image).astype(np.uint8)
        found = ort.InferenceSession("encoder.onnx").run(%s, {"image": image})
        ```

        The first axis of everything is the batch, of any length.

        | Name | Type | What it is |
        |---|---|---|
        %s
        Bytes are %s. Of bytes, `image` is the byte divided by 255.
        Names and ranges of the codes and what else is known of the model are metadata of both files:
        `ort.InferenceSession("generator.onnx").get_modelmeta().custom_metadata_map`.

        Trained with: %s. Written by Disentangle %s, ONNX opset %d.
        """,
        model.system(),
        tensors.stream()
            .map(one -> String.format(Locale.ROOT, "    \"%s\": %s,", one.name(), one.draw()))
            .collect(Collectors.joining("\n")),
        model.imageSizes(),
        list(found),
        rows(tensors),
        OnnxProperties.BYTES,
        model.trainedWith(),
        Versions.LIBRARY,
        opset);
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  private String rows(List<Tensor> tensors) {
    StringBuilder rows = new StringBuilder();
    for (Tensor tensor : tensors) {
      rows.append(
          row(
              tensor.name(),
              tensor.values() == 0
                  ? "int64"
                  : String.format(Locale.ROOT, "float32, %d values", tensor.values()),
              tensor.about()));
    }
    if (model.isVariational()) {
      rows.append(
          row(
              OnnxNetworks.LOG_VARIANCE,
              "float32",
              "output of the encoder: logarithms of the variances of the codes, whose means it gives"));
    }
    rows.append(
        row(
            OnnxNetworks.IMAGE,
            "float32, " + model.imageSizes(),
            "channels x height x width, values from 0 to 1"
                + (model.imageShape().channels() == 3 ? ", colours red, green, blue" : "")));
    return rows.toString();
  }

  private static String row(String name, String type, String about) {
    return String.format(
        Locale.ROOT, "| `%s` | %s | %s |\n", name, type, about.replace("|", "\\|"));
  }
}
