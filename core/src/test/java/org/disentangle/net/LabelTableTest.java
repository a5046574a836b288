// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.stylecontent.StyleContentNetworks.REAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.LabelTable;
import org.disentangle.net.layer.Nonlinearity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Look-up tables of labels: what they add, their gradients, and labels that are missing. */
class LabelTableTest {

  private static final AdamSettings ADAM = AdamSettings.adversarial(1e-3);
  private static final double STEP = 1e-6;
  private static final int[] LABELS = {2, 0, 2, 1};

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static Network network(Architecture architecture) {
    Network network = new Network(architecture, ADAM, DataType.DOUBLE, 1);
    TinyNetworks.enliven(network.graph(), 2);
    network.prepare();
    return network;
  }

  @Test
  void aTableAddsTheValueOfLabelAndChannelToEveryPixel() {
    Architecture alone =
        Architecture.sequential(
            "D",
            new Extent(2, 3, 3),
            List.of(
                new Convolution("conv", 2, 5, 1, false, Nonlinearity.IDENTITY),
                new LabelTable("labels", 3, Nonlinearity.IDENTITY)),
            "maps");
    Network network = network(alone);
    INDArray table = network.graph().getParam("labels_W");
    INDArray images = TinyNetworks.uniform(DataType.DOUBLE, 3, -1, 1, 4, 2, 3, 3);
    INDArray with = maps(network, images);
    INDArray values = table.dup();
    table.assign(0);
    INDArray added = with.sub(maps(network, images));
    for (int image = 0; image < LABELS.length; image++) {
      for (int channel = 0; channel < 2; channel++) {
        double expected = values.getDouble(LABELS[image], channel);
        assertEquals(expected, added.getDouble(image, channel, 0, 0), 1e-12);
        assertEquals(expected, added.getDouble(image, channel, 2, 1), 1e-12);
      }
    }
  }

  private static INDArray maps(Network network, INDArray images) {
    Pass pass = network.newPass();
    pass.condition(LABELS);
    pass.forward(images, true);
    return pass.head("maps").dup();
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    Network network = network(TinyStyleNetworks.networks().discriminator());
    INDArray images = TinyNetworks.uniform(DataType.DOUBLE, 3, 0, 1, 4, 1, 8, 8);
    INDArray weights = TinyNetworks.uniform(DataType.DOUBLE, 4, -1, 1, 4, 1);
    Pass pass = network.newPass();
    pass.condition(LABELS);
    pass.forward(images, true);
    pass.head(REAL);
    network.clearGradients();
    INDArray toImages = pass.backward(Map.of(REAL, weights), true, true).dup();
    double[] found = TinyNetworks.gradient(network).toDoubleVector();
    INDArray parameters = network.graph().params().reshape(found.length);
    int tables = 0;
    for (int at = 0; at < found.length; at++) {
      tables += found[at] != 0 ? 1 : 0;
      assertEquals(difference(network, images, weights, parameters, at), found[at], 1e-7, "" + at);
    }
    assertTrue(tables > found.length / 2);
    INDArray pixels = images.reshape(images.length());
    for (int at = 0; at < pixels.length(); at += 7) {
      double expected = difference(network, images, weights, pixels, at);
      assertEquals(expected, toImages.reshape(pixels.length()).getDouble(at), 1e-7);
    }
  }

  private static double difference(
      Network network, INDArray images, INDArray weights, INDArray values, int at) {
    double kept = values.getDouble(at);
    values.putScalar(at, kept + STEP);
    double above = weighted(network, images, weights);
    values.putScalar(at, kept - STEP);
    double below = weighted(network, images, weights);
    values.putScalar(at, kept);
    return (above - below) / (2 * STEP);
  }

  private static double weighted(Network network, INDArray images, INDArray weights) {
    Pass pass = network.newPass();
    pass.condition(LABELS);
    pass.forward(images, true);
    return pass.head(REAL).mul(weights).sumNumber().doubleValue();
  }

  @Test
  void imagesWithoutLabelsAreRefused() {
    Network network = network(TinyStyleNetworks.networks().discriminator());
    Pass pass = network.newPass();
    INDArray images = TinyNetworks.uniform(DataType.DOUBLE, 3, 0, 1, 4, 1, 8, 8);
    assertThrows(IllegalStateException.class, () -> pass.forward(images, true));
    pass.condition(new int[] {0, 1});
    assertThrows(IllegalStateException.class, () -> pass.forward(images, true));
  }
}
