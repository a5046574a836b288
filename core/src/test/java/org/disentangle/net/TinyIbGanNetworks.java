// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.net.procedure.OoganTerms;
import org.disentangle.net.procedure.TinyFamily;
import org.disentangle.net.procedure.TinySystem;

/** IB-GAN for 8 x 8 images: three codes, five values of z. */
public final class TinyIbGanNetworks implements TinyFamily {

  public static final int CODES = 3;
  public static final int NOISE = 5;

  /** Images in a batch. */
  public static final int ROWS = 6;

  /** Beta 0.7, noise on images in the first 8 iterations. */
  public static IbGanProcedure procedure(double learningRate) {
    AdamSettings adam = IbGanProcedure.adam(learningRate);
    return new IbGanProcedure(networks(), ROWS, 0.7, 8, adam, adam);
  }

  /** With OOGAN's three parts, and three noise values beside the codes. */
  public static IbGanProcedure plugged(double learningRate) {
    AdamSettings adam = IbGanProcedure.adam(learningRate);
    return new IbGanProcedure(
        networks().withCompeteFree(3).withGroupedNoise(),
        ROWS,
        0.7,
        8,
        adam,
        adam,
        new OoganTerms(true, 1.5, 0.6));
  }

  public static IbGanNetworks networks() {
    List<LayerSpec> generator =
        List.of(
            new Dense("fc", 16, false, IDENTITY),
            new BatchNorm("fc_bn", RELU),
            new TransposedConvolution("up1", 2, 4, 3, 1, IDENTITY),
            new BatchNorm("up1_bn", RELU),
            new TransposedConvolution("up2", 2, 3, 4, 2, LEAKY_RELU),
            new TransposedConvolution("up3", 4, 1, 4, 2, SIGMOID));
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(IbGanNetworks.MEAN, List.of(new Dense("mean", CODES, false, IDENTITY)));
    heads.put(
        IbGanNetworks.LOG_VARIANCE, List.of(new Dense("logVariance", CODES, false, IDENTITY)));
    return new IbGanNetworks(
        Architecture.sequential("G", Extent.vector(CODES), generator, IbGanNetworks.IMAGE),
        downwards("D", new Dense("real", 1, false, SIGMOID), IbGanNetworks.REAL),
        downwards("Q", new Dense("noise", NOISE, false, IDENTITY), IbGanNetworks.NOISE),
        new Architecture(
            "R",
            Extent.vector(NOISE),
            List.of(new Dense("fc1", 7, false, RELU), new Dense("fc2", 6, false, LEAKY_RELU)),
            heads),
        new ImageShape(1, 8, 8));
  }

  private static Architecture downwards(String name, LayerSpec last, String head) {
    return Architecture.sequential(
        name,
        new Extent(1, 8, 8),
        List.of(
            new Convolution("conv1", 3, 4, 2, false, LEAKY_RELU),
            new Convolution("conv2", 4, 4, 2, false, IDENTITY),
            new BatchNorm("conv2_bn", LEAKY_RELU),
            new Dense("fc", 8, false, IDENTITY),
            new BatchNorm("fc_bn", LEAKY_RELU),
            last),
        head);
  }

  @Override
  public List<TinySystem> tiny() {
    return List.of(
        new TinySystem("IB-GAN", procedure(1e-3)),
        new TinySystem("IB-GAN, OOGAN's parts", plugged(1e-3)));
  }

  @Override
  public List<TinySystem> of32Pixels() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem(
            "IB-GAN, 32 pixels",
            new IbGanProcedure(IbGanNetworks.small32(3, 4, 1), 8, 0.1, 9, adam, adam)));
  }

  @Override
  public List<KnownText> texts() {
    return List.of(
        new KnownText(
            plugged(1e-3),
            "IbGan[networks=",
            "ba1fdd3608197e14b116dde350249a6f1a0c805f8317715fbbde8482ad42f3c3"),
        new KnownText(
            procedure(1e-3),
            "IbGan[networks=",
            "1d455e54dc999ad51dda5885f35ac619c23401551303da6dc74127912cdda2ae"));
  }
}
