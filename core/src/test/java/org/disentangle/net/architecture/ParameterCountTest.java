// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.procedure.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Trained parameters of the published networks. */
class ParameterCountTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "dsprites, 251393, 263878, 247749",
    "teapots, 252419, 264902, 250373",
    "celeba32, 5346563, 4318854, 4323397"
  })
  void countsOfThePapers(String preset, long generator, long discriminator, long contrast) {
    InfoGanCrPreset.Sizes sizes = Presets.of(InfoGanCrPreset.class, preset).sizes();
    InfoGanCrNetworks networks =
        Presets.of(InfoGanCrPreset.class, preset)
            .networks(new LatentSpace(sizes.numCodes(), sizes.noiseDim()));
    assertEquals(
        List.of(generator, discriminator, contrast),
        List.of(
            trained(networks.generator()),
            trained(networks.discriminator()),
            trained(networks.contrast())));
  }

  /** InfoGAN on MNIST, whose Q gives means and standard deviations of two codes. */
  @Test
  void countsOfInfoGan() {
    InfoGanPreset mnist = InfoGanPreset.MNIST28;
    InfoGanCrNetworks networks =
        mnist.networks(mnist.latent()).withMoreCodeOutputs(QVariance.LEARNED.outputs(2));
    assertEquals(6_652_481, trained(networks.generator()));
    Architecture d = networks.discriminator();
    assertEquals(6_558_144, count(d.trunkNodes()));
    assertEquals(1_025, count(d.headNodes(InfoGanCrNetworks.REAL)));
    assertEquals(133_262, count(d.headNodes(InfoGanCrNetworks.CODES)));
  }

  /** Latent vectors in, images and codes out, whatever the preset. */
  @ParameterizedTest
  @EnumSource
  void sizesOfInfoGanFit(InfoGanPreset preset) {
    InfoGanCrNetworks networks = preset.networks(preset.latent());
    assertEquals(preset.latent().inputSize(), networks.generator().input().size());
    assertEquals(
        networks.imageShape().size(), networks.generator().outputs(InfoGanCrNetworks.IMAGE));
    assertEquals(
        preset.latent().codeWidth(), networks.discriminator().outputs(InfoGanCrNetworks.CODES));
    assertEquals(1, networks.discriminator().outputs(InfoGanCrNetworks.REAL));
    assertTrue(
        preset.id().contains(String.valueOf(networks.imageShape().height()))
            || preset == InfoGanPreset.DSPRITES);
  }

  private static long trained(Architecture architecture) {
    long sum = count(architecture.trunkNodes());
    for (String head : architecture.heads().keySet()) {
      sum += count(architecture.headNodes(head));
    }
    return sum;
  }

  /** Weights and biases; neither singular vectors nor moving statistics. */
  private static long count(List<Architecture.Node> nodes) {
    long sum = 0;
    for (Architecture.Node node : nodes) {
      FusedLayer layer = node.spec().configure(node.arranged());
      long weights = 1;
      for (long size : layer.weightShape()) {
        weights *= size;
      }
      sum += weights + layer.getNOut();
    }
    return sum;
  }
}
