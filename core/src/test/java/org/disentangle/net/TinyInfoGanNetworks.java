// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.infogan.InfoGanCrNetworks;

/** InfoGAN for 8 x 8 images, with batch normalisation in D and Q as in the published tables. */
public final class TinyInfoGanNetworks {

  /** A category of four, two continuous codes, two noise values. */
  public static final LatentSpace LATENT = new LatentSpace(3, 2, Prior.UNIFORM, List.of(4));

  private TinyInfoGanNetworks() {}

  public static InfoGanCrNetworks networks() {
    List<LayerSpec> trunk =
        List.of(
            new Convolution("conv1", 3, 4, 2, false, LEAKY_RELU_10),
            new Convolution("conv2", 4, 4, 1, false, IDENTITY),
            new BatchNorm("conv2_bn", LEAKY_RELU_10),
            new Dense("fc", 8, false, IDENTITY),
            new BatchNorm("fc_bn", LEAKY_RELU_10));
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(InfoGanCrNetworks.REAL, List.of(new Dense("real", 1, false, SIGMOID)));
    heads.put(
        InfoGanCrNetworks.CODES,
        List.of(
            new Dense("q1", 6, false, IDENTITY),
            new BatchNorm("q1_bn", LEAKY_RELU_10),
            new Dense("q2", LATENT.codeWidth(), false, IDENTITY)));
    List<LayerSpec> generator =
        List.of(
            new Dense("fc", 16, false, IDENTITY),
            new BatchNorm("fc_bn", LEAKY_RELU_10),
            new TransposedConvolution("up1", 2, 4, 4, 2, IDENTITY),
            new BatchNorm("up1_bn", LEAKY_RELU_10),
            new TransposedConvolution("up2", 4, 3, 4, 1, LEAKY_RELU_10),
            new TransposedConvolution("up3", 4, 1, 4, 2, SIGMOID));
    return new InfoGanCrNetworks(
        Architecture.sequential(
            "G", Extent.vector(LATENT.inputSize()), generator, InfoGanCrNetworks.IMAGE),
        new Architecture("D", new Extent(1, 8, 8), trunk, heads),
        null,
        new org.disentangle.image.ImageShape(1, 8, 8),
        false);
  }
}
