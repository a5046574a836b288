// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.Prior;
import org.disentangle.model.StyleContentModel;
import org.disentangle.net.onnx.OnnxHeader;
import org.disentangle.net.onnx.OnnxNetworks;
import org.disentangle.stage.InputErrors;

/** A model of a specified and an unspecified code as an export takes it. */
record StyledModel(StyleContentModel model) implements OnnxModel {

  private static final String LABEL = "carries the label of the image";
  private static final String REST = "carries everything but the label: standard normal";

  @Override
  public byte[] generator(OnnxHeader header) {
    return OnnxNetworks.generator(model.data().networks(), model.data().state(), header);
  }

  @Override
  public byte[] encoder(OnnxHeader header) {
    return OnnxNetworks.encoder(model.data().networks(), model.data().state(), header);
  }

  @Override
  public Map<String, String> properties(String... codeNames) {
    if (codeNames.length > 0) {
      throw new InputErrors("OnnxExport")
          .parameter(
              "codeNames",
              String.join(", ", codeNames),
              "none, because the codes of this model are called specified and unspecified");
    }
    return new OnnxProperties(
            system(), imageShape(), model.data().state().iteration(), trainedWith())
        .json(
            "codes",
            List.of(
                described(OnnxNetworks.SPECIFIED, model.specifiedDim(), LABEL),
                described(OnnxNetworks.UNSPECIFIED, model.unspecifiedDim(), REST)))
        .all();
  }

  private static Map<String, Object> described(String name, int values, String about) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", name);
    described.put("tensor", name);
    described.put("values", values);
    described.put("meaning", about);
    return described;
  }

  @Override
  public List<Tensor> tensors(String... codeNames) {
    return List.of(
        vector(OnnxNetworks.SPECIFIED, model.specifiedDim(), LABEL),
        vector(OnnxNetworks.UNSPECIFIED, model.unspecifiedDim(), REST));
  }

  private static Tensor vector(String name, int values, String about) {
    return new Tensor(name, values, CodedModel.drawn(Prior.NORMAL, values), about, true);
  }

  @Override
  public boolean isVariational() {
    return true;
  }

  @Override
  public ImageShape imageShape() {
    return model.imageShape();
  }
}
