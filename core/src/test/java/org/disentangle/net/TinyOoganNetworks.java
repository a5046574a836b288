// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

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
import org.disentangle.net.architecture.OoganLayerSpec.AveragePool;
import org.disentangle.net.architecture.OoganLayerSpec.CompeteFree;
import org.disentangle.net.architecture.OoganLayerSpec.GroupedConvolution;
import org.disentangle.net.architecture.OoganLayerSpec.Upsample;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.oogan.CodeDistance;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.net.procedure.TinyFamily;
import org.disentangle.net.procedure.TinySystem;

/** OOGAN for 32 x 32 images with two filters where it is narrowest. */
public final class TinyOoganNetworks implements TinyFamily {

  /** Three codes and two noise values. */
  public static final LatentSpace LATENT = new LatentSpace(3, 2);

  /** Images in a batch. */
  public static final int ROWS = 3;

  public static OoganNetworks networks(Parts parts) {
    return OoganNetworks.small32(LATENT, 1, 2, parts);
  }

  /** Weights 0.7, 1.5 and 0.3, codes drawn in turn, noise in the first 8 iterations. */
  public static OoganProcedure procedure(Parts parts, double learningRate) {
    return procedure(parts, learningRate, 0.7, 1.5, 0.3, true, 8);
  }

  public static OoganProcedure procedure(
      Parts parts,
      double learningRate,
      double lambda,
      double gamma,
      double orthogonalWeight,
      boolean oneHot,
      long instanceNoiseIter) {
    AdamSettings adam = new AdamSettings(learningRate, 0.5, 0.99, 1e-8);
    return new OoganProcedure(
        networks(parts),
        LATENT,
        ROWS,
        lambda,
        gamma,
        orthogonalWeight,
        oneHot,
        true,
        instanceNoiseIter,
        adam,
        adam,
        adam);
  }

  /** As the paper's text has it: a category of three and two continuous codes, normal noise, L1. */
  public static OoganProcedure text(boolean probabilistic, double learningRate) {
    AdamSettings adam = new AdamSettings(learningRate, 0.5, 0.99, 1e-8);
    LatentSpace latent = new LatentSpace(3, 2, Prior.UNIFORM, List.of(3), Prior.NORMAL);
    return new OoganProcedure(
        OoganNetworks.table28(latent, 1, 2, new Parts(true, true, probabilistic)),
        latent,
        ROWS,
        0.7,
        1.5,
        0.3,
        true,
        false,
        8,
        adam,
        adam,
        adam,
        CodeDistance.L1);
  }

  /** Upwards: compete-free input, both kinds of upsampling, convolutions of stride 1. */
  public static Architecture upwards() {
    return Architecture.sequential(
        "G",
        Extent.vector(5),
        List.of(
            new CompeteFree("block", 2, 6, 5, Nonlinearity.LEAKY_RELU_10),
            new Upsample("up1", true, Nonlinearity.IDENTITY),
            new Convolution("conv1", 9, 3, 1, false, Nonlinearity.IDENTITY),
            new BatchNorm("conv1_bn", Nonlinearity.LEAKY_RELU_10),
            new Upsample("up2", false, Nonlinearity.TANH),
            new Convolution("conv2", 3, 1, 1, false, Nonlinearity.SIGMOID)),
        OoganNetworks.IMAGE);
  }

  /**
   * Downwards: pooling, also of odd sizes, groups, and a head that is the trunk's output beside one
   * with layers.
   */
  public static Architecture downwards() {
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(OoganNetworks.FEATURES, List.of());
    heads.put(
        "groups",
        List.of(
            new GroupedConvolution("groups1", 3, 6, 4, 2, Nonlinearity.LEAKY_RELU_10),
            new GroupedConvolution("groups2", 3, 3, 4, 4, Nonlinearity.IDENTITY)));
    heads.put(
        OoganNetworks.REAL,
        List.of(
            new AveragePool("pool2", Nonlinearity.LEAKY_RELU_10),
            new Dense("real", 1, true, Nonlinearity.IDENTITY)));
    return new Architecture(
        "D",
        new Extent(2, 18, 14),
        List.of(
            new Convolution("conv1", 6, 1, 1, true, Nonlinearity.LEAKY_RELU_10),
            new AveragePool("pool1", Nonlinearity.IDENTITY)),
        heads);
  }

  @Override
  public List<TinySystem> tiny() {
    return List.of(
        new TinySystem("OOGAN", procedure(new Parts(true, true, true), 1e-3)),
        new TinySystem("OOGAN without its parts", procedure(new Parts(false, false, false), 1e-3)),
        new TinySystem("OOGAN as its text has it", text(false, 1e-3)),
        new TinySystem("OOGAN as its text has it, variances", text(true, 1e-3)));
  }

  @Override
  public List<TinySystem> of32Pixels() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem(
            "OOGAN, 32 pixels",
            new OoganProcedure(
                OoganNetworks.small32(LATENT, 1, 8, new Parts(true, true, true)),
                LATENT,
                8,
                1,
                1,
                1,
                true,
                true,
                9,
                adam,
                adam,
                adam)));
  }

  @Override
  public List<KnownText> texts() {
    return List.of(
        new KnownText(
            text(false, 1e-3),
            "Oogan[networks=",
            "51d6242144188a63611d190eb682bca5d631d6b4b5c597a5cf6f6802d815600d"),
        new KnownText(
            procedure(new Parts(true, true, true), 1e-3),
            "Oogan[networks=",
            "c93af487e97977452610a9c39dda14c863b53e32d2bbbcd34466f911e5b0f437"),
        new KnownText(
            procedure(new Parts(true, false, true), 1e-3, 0, 1, 5, false, 0),
            "Oogan[networks=",
            "9625b6b1cda90733bc73c3123decd6dfc72cb8f5bf3e931cf5b2f056d6995cbb"));
  }
}
