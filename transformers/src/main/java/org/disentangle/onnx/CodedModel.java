// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.ModelFingerprint;
import org.disentangle.net.onnx.OnnxHeader;
import org.disentangle.net.onnx.OnnxNetworks;

/** A model of codes as an export takes it. */
record CodedModel(DisentangledModel<?> model) implements OnnxModel {

  @Override
  public byte[] generator(OnnxHeader header) {
    ModelData<?> data = model.data();
    return OnnxNetworks.generator(data.networks(), data.latent(), data.state(), header);
  }

  @Override
  public byte[] encoder(OnnxHeader header) {
    ModelData<?> data = model.data();
    return OnnxNetworks.encoder(data.networks(), data.latent(), data.state(), header);
  }

  @Override
  public Map<String, String> properties(String... codeNames) {
    LatentSpace space = model.latent();
    List<String> names = names(codeNames);
    List<Map<String, Object>> codes = new ArrayList<>();
    for (int code = 0; code < names.size(); code++) {
      int continuous = code - space.categories().size();
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("name", names.get(code));
      described.put("tensor", continuous < 0 ? OnnxNetworks.category(code) : OnnxNetworks.CODES);
      if (continuous >= 0) {
        described.put("index", continuous);
      }
      describe(described, space.values(code));
      codes.add(described);
    }
    Map<String, Object> noise = new LinkedHashMap<>();
    noise.put("values", space.noiseDim());
    describe(noise, space.noisePrior());
    return new OnnxProperties(
            system(), imageShape(), model.data().state().iteration(), trainedWith())
        .text("fingerprint", ModelFingerprint.of(model))
        .json("codes", codes)
        .json(OnnxNetworks.NOISE, noise)
        .all();
  }

  /** The values that are taken, those that a traversal goes through, and the distribution. */
  private static void describe(Map<String, Object> into, CodeValues values) {
    into.put("least", values.least());
    into.put("largest", values.largest());
    into.put("low", values.low());
    into.put("high", values.high());
    into.put("prior", values.words());
  }

  private List<String> names(String... given) {
    return CodeSampler.of(model).setCodeNames(given).names();
  }

  @Override
  public List<Tensor> tensors(String... codeNames) {
    LatentSpace space = model.latent();
    List<String> names = names(codeNames);
    int categorical = space.categories().size();
    List<Tensor> tensors = new ArrayList<>();
    for (int code = 0; code < categorical; code++) {
      int count = space.categories().get(code);
      tensors.add(
          new Tensor(
              OnnxNetworks.category(code),
              0,
              String.format(Locale.ROOT, "draw.integers(%d, size=8)", count),
              String.format(Locale.ROOT, "%s: %s", names.get(code), space.values(code).range()),
              true));
    }
    if (space.numContinuous() > 0) {
      tensors.add(
          vector(
              OnnxNetworks.CODES,
              space.prior(),
              space.numContinuous(),
              String.join(", ", names.subList(categorical, names.size())) + ":",
              true));
    }
    if (space.noiseDim() > 0) {
      tensors.add(
          vector(
              OnnxNetworks.NOISE,
              space.noisePrior(),
              space.noiseDim(),
              "whatever the codes leave open:",
              false));
    }
    return tensors;
  }

  private Tensor vector(String name, Prior prior, int values, String about, boolean encoded) {
    return new Tensor(
        name,
        values,
        drawn(prior, values),
        String.format(Locale.ROOT, "%s %s, %s", about, prior.range(), prior.words()),
        encoded);
  }

  /** Python that draws vectors for 8 images. */
  static String drawn(Prior prior, int values) {
    return switch (prior) {
      case UNIFORM ->
          String.format(Locale.ROOT, "draw.uniform(-1, 1, (8, %d)).astype(np.float32)", values);
      case NORMAL ->
          String.format(Locale.ROOT, "draw.normal(size=(8, %d)).astype(np.float32)", values);
    };
  }

  @Override
  public boolean isVariational() {
    return model.data().networks().toCodes().logVariance() != null;
  }

  @Override
  public ImageShape imageShape() {
    return model.imageShape();
  }
}
