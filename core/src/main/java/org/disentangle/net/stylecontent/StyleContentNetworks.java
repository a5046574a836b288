// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.vae.VaeNetworks;

/**
 * The networks of Mathieu et al., "Disentangling factors of variation in deep representations using
 * adversarial training" (NIPS 2016): an image has a specified code, which carries its label, and an
 * unspecified one, which carries the rest.
 *
 * <p>The paper gives kernels, strides, normalisation and the lengths of the codes; the numbers of
 * feature maps are this project's.
 *
 * @param encoder E: image to the specified code s, output {@value #SPECIFIED}, and to the diagonal
 *     Gaussian of the unspecified code z, outputs {@value #MEAN} and {@value #LOG_VARIANCE}
 * @param decoder Dec: z and behind it s to the logits of pixels; output {@value #LOGITS}. One fully
 *     connected layer on both codes together is the same as one layer a code with the results
 *     added, as the paper has it
 * @param discriminator D: image, with a label, to the probability that it is a real image of that
 *     label; output {@value #REAL}. Label tables are added to the maps of its three convolutions
 */
public record StyleContentNetworks(
    Architecture encoder, Architecture decoder, Architecture discriminator, ImageShape imageShape)
    implements Serializable {

  public static final String SPECIFIED = "specified";
  public static final String MEAN = VaeNetworks.MEAN;
  public static final String LOG_VARIANCE = VaeNetworks.LOG_VARIANCE;
  public static final String LOGITS = VaeNetworks.LOGITS;
  public static final String REAL = InfoGanCrNetworks.REAL;

  private static final int KERNEL = 5;
  private static final int SMALL_KERNEL = 3;

  /** All networks by name. */
  public Map<String, Architecture> architectures() {
    Map<String, Architecture> all = new TreeMap<>();
    all.put(encoder.name(), encoder);
    all.put(decoder.name(), decoder);
    all.put(discriminator.name(), discriminator);
    return all;
  }

  /** The decoder with probabilities instead of their logits. */
  public Architecture imageDecoder() {
    return decoder.withOutput(LOGITS, SIGMOID);
  }

  /** Values of the specified code. */
  public int specifiedDim() {
    return length(SPECIFIED);
  }

  /** Values of the unspecified code. */
  public int unspecifiedDim() {
    return length(MEAN);
  }

  private int length(String head) {
    List<Architecture.Node> nodes = encoder.headNodes(head);
    return nodes.get(nodes.size() - 1).output().size();
  }

  /** Labels that the discriminator distinguishes. */
  public int numClasses() {
    return discriminator.trunk().stream()
        .filter(LayerSpec.LabelTable.class::isInstance)
        .mapToInt(layer -> ((LayerSpec.LabelTable) layer).classes())
        .findFirst()
        .orElseThrow();
  }

  /** Whether the discriminator has a label table, without which it sees no label. */
  public boolean isConditioned() {
    return discriminator.trunk().stream().anyMatch(LayerSpec.LabelTable.class::isInstance);
  }

  /** The same with label tables for this number of labels. */
  public StyleContentNetworks withClasses(int classes) {
    List<LayerSpec> trunk =
        discriminator.trunk().stream()
            .map(
                layer ->
                    layer instanceof LayerSpec.LabelTable table
                        ? new LayerSpec.LabelTable(table.name(), classes, table.nonlinearity())
                        : layer)
            .toList();
    return new StyleContentNetworks(
        encoder,
        decoder,
        new Architecture(discriminator.name(), discriminator.input(), trunk, discriminator.heads()),
        imageShape);
  }

  /**
   * Lengths that a user chooses.
   *
   * @param specified values of the specified code
   * @param unspecified values of the unspecified code
   * @param classes labels
   */
  public record Sizes(int specified, int unspecified, int classes) {}

  /**
   * 28 x 28, MNIST. The decoder begins at 7 x 7 maps: the 4 x 4 that the third convolution leaves
   * do not double to 28.
   */
  public static StyleContentNetworks digits28(Sizes sizes, int channels) {
    return assemble(sizes, new ImageShape(channels, 28, 28), 7, 16, 32, 64);
  }

  /** 32 x 32 with a fraction of the arithmetic, for small sets and quick runs; this project's. */
  public static StyleContentNetworks small32(Sizes sizes, int channels) {
    return assemble(sizes, new ImageShape(channels, 32, 32), 4, 8, 16, 32);
  }

  /** 64 x 64, Sprites. */
  public static StyleContentNetworks sprites64(Sizes sizes, int channels) {
    return assemble(sizes, new ImageShape(channels, 64, 64), 8, 32, 64, 128);
  }

  /**
   * 64 x 64, NORB and Extended YaleB: the encoder has six convolutions of 3 x 3, of which every
   * other one halves the side, and the decoder mirrors them.
   */
  public static StyleContentNetworks deep64(Sizes sizes, int channels) {
    int[] filters = {32, 64, 128};
    ImageShape shape = new ImageShape(channels, 64, 64);
    Layers encoder = new Layers();
    Layers decoder = new Layers().dense("fc", 8 * 8 * filters[2], IDENTITY).batchNorm(RELU);
    for (int i = 0; i < filters.length; i++) {
      encoder
          .unitStride("conv" + (2 * i + 1), filters[i], SMALL_KERNEL, IDENTITY)
          .batchNorm(RELU)
          .convolution("conv" + (2 * i + 2), filters[i], SMALL_KERNEL, IDENTITY)
          .batchNorm(RELU);
      int side = 8 << i;
      int maps = filters[filters.length - 1 - i];
      decoder.up("up" + (i + 1), side, maps, SMALL_KERNEL, IDENTITY).batchNorm(RELU);
      if (i + 1 < filters.length) {
        decoder
            .unitStrideUp(
                "flat" + (i + 1), 2 * side, filters[filters.length - 2 - i], SMALL_KERNEL, IDENTITY)
            .batchNorm(RELU);
      }
    }
    decoder.unitStrideUp("image", 64, channels, SMALL_KERNEL, IDENTITY);
    return of(sizes, shape, encoder, decoder, filters);
  }

  /**
   * Networks of the three convolutions that encoder and discriminator have, and a decoder that
   * doubles the side of its maps until it is the images'.
   *
   * @param side of the decoder's first maps
   * @param filters of the convolutions; the decoder has them in reverse
   */
  private static StyleContentNetworks assemble(
      Sizes sizes, ImageShape shape, int side, int... filters) {
    Layers encoder = new Layers();
    for (int i = 0; i < filters.length; i++) {
      encoder.convolution("conv" + (i + 1), filters[i], KERNEL, IDENTITY).batchNorm(RELU);
    }
    return of(sizes, shape, encoder, decoder(shape, side, filters), filters);
  }

  /** With these layers, and a discriminator of three convolutions. */
  private static StyleContentNetworks of(
      Sizes sizes, ImageShape shape, Layers encoder, Layers decoder, int[] filters) {
    Layers discriminator = new Layers();
    for (int i = 0; i < filters.length; i++) {
      discriminator
          .convolution("conv" + (i + 1), filters[i], KERNEL, IDENTITY)
          .labelTable(sizes.classes())
          .batchNorm(LEAKY_RELU);
    }
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(SPECIFIED, dense(SPECIFIED, sizes.specified()));
    heads.put(MEAN, dense(MEAN, sizes.unspecified()));
    heads.put(LOG_VARIANCE, dense(LOG_VARIANCE, sizes.unspecified()));
    Extent images = new Extent(shape.channels(), shape.height(), shape.width());
    return new StyleContentNetworks(
        new Architecture("E", images, encoder.list(), heads),
        Architecture.sequential(
            "Dec", Extent.vector(sizes.unspecified() + sizes.specified()), decoder.list(), LOGITS),
        Architecture.sequential("D", images, judged(discriminator), REAL),
        shape);
  }

  private static List<LayerSpec> dense(String name, int outputs) {
    return new Layers().dense(name, outputs, IDENTITY).list();
  }

  private static List<LayerSpec> judged(Layers discriminator) {
    return discriminator.dense(REAL, 1, SIGMOID).list();
  }

  private static Layers decoder(ImageShape shape, int first, int[] filters) {
    int last = filters.length - 1;
    Layers decoder =
        new Layers().dense("fc", first * first * filters[last], IDENTITY).batchNorm(RELU);
    int side = first;
    for (int i = last - 1; side * 2 < shape.height(); i--) {
      decoder.up("up" + (last - i), side, filters[i], KERNEL, IDENTITY).batchNorm(RELU);
      side *= 2;
    }
    return decoder.up("image", side, shape.channels(), KERNEL, IDENTITY);
  }
}
