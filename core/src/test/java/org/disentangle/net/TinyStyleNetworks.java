// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;
import static org.disentangle.net.stylecontent.StyleContentNetworks.LOGITS;
import static org.disentangle.net.stylecontent.StyleContentNetworks.LOG_VARIANCE;
import static org.disentangle.net.stylecontent.StyleContentNetworks.MEAN;
import static org.disentangle.net.stylecontent.StyleContentNetworks.REAL;
import static org.disentangle.net.stylecontent.StyleContentNetworks.SPECIFIED;

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
import org.disentangle.net.architecture.LayerSpec.LabelTable;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.procedure.TinyFamily;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.stylecontent.StyleContentProcedure;

/** Specified and unspecified codes of 8 x 8 images with three labels. */
public final class TinyStyleNetworks implements TinyFamily {

  public static final int CLASSES = 3;
  public static final int SPECIFIED_DIM = 2;
  public static final int UNSPECIFIED_DIM = 3;

  public static StyleContentNetworks networks() {
    Extent image = new Extent(1, 8, 8);
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(SPECIFIED, List.of(new Dense(SPECIFIED, SPECIFIED_DIM, false, IDENTITY)));
    heads.put(MEAN, List.of(new Dense(MEAN, UNSPECIFIED_DIM, false, IDENTITY)));
    heads.put(LOG_VARIANCE, List.of(new Dense(LOG_VARIANCE, UNSPECIFIED_DIM, false, IDENTITY)));
    return new StyleContentNetworks(
        new Architecture(
            "E",
            image,
            List.of(new Convolution("conv1", 3, 5, 2, false, IDENTITY), new BatchNorm("bn1", RELU)),
            heads),
        Architecture.sequential(
            "Dec",
            Extent.vector(UNSPECIFIED_DIM + SPECIFIED_DIM),
            List.of(
                new Dense("fc", 32, false, IDENTITY),
                new BatchNorm("fc_bn", RELU),
                new TransposedConvolution("image", 4, 1, 5, 2, IDENTITY)),
            LOGITS),
        Architecture.sequential(
            "D",
            image,
            List.of(
                new Convolution("conv1", 3, 5, 2, false, IDENTITY),
                new LabelTable("labels1", CLASSES, IDENTITY),
                new BatchNorm("bn1", LEAKY_RELU),
                new Convolution("conv2", 5, 5, 2, false, IDENTITY),
                new LabelTable("labels2", CLASSES, LEAKY_RELU),
                new Dense(REAL, 1, false, SIGMOID)),
            REAL),
        new ImageShape(1, 8, 8));
  }

  private static StyleContentProcedure procedure(AdamSettings adam) {
    return new StyleContentProcedure(networks(), 4, 0.5, 2, adam, adam);
  }

  @Override
  public List<TinySystem> tiny() {
    return List.of(new TinySystem("style and content", procedure(AdamSettings.adversarial(2e-3))));
  }

  @Override
  public List<TinySystem> of32Pixels() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem(
            "style and content, 32 pixels",
            new StyleContentProcedure(
                StyleContentNetworks.small32(new StyleContentNetworks.Sizes(7, 9, 3), 1),
                8,
                0.5,
                2,
                adam,
                adam)));
  }

  @Override
  public List<KnownText> texts() {
    return List.of(
        new KnownText(
            procedure(AdamSettings.usual(1e-3)),
            "StyleContentVaeGan[networks=",
            "c8443be11e087d625a9e217be0ca76e1b6018f97b51b773e2734015822b773ab"));
  }
}
