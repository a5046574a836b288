package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.disentangle.net.vae.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.vae.VaeNetworks.MEAN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.vae.VaeNetworks;

/** Autoencoders for 8 x 8 images. */
public final class TinyVaeNetworks {

  private TinyVaeNetworks() {}

  /** Encoder, decoder and discriminator. */
  public static VaeNetworks networks(int codes) {
    Extent image = new Extent(1, 8, 8);
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(MEAN, List.of(new Dense("mean", codes, false, IDENTITY)));
    heads.put(LOG_VARIANCE, List.of(new Dense("logVariance", codes, false, IDENTITY)));
    return new VaeNetworks(
        new Architecture(
            "E",
            image,
            List.of(
                new Convolution("conv", 4, 4, 2, false, RELU),
                new Dense("fc", 10, false, IDENTITY)),
            heads),
        Architecture.sequential(
            "Dec",
            Extent.vector(codes),
            List.of(
                new Dense("fc", 32, false, RELU),
                new TransposedConvolution("up", 4, 1, 4, 2, IDENTITY)),
            LOGITS),
        Architecture.sequential(
            "TC",
            Extent.vector(codes),
            List.of(new Dense("fc1", 9, false, LEAKY_RELU), new Dense("out", 2, false, IDENTITY)),
            LOGITS),
        new ImageShape(1, 8, 8));
  }
}
