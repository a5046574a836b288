package org.disentangle.net.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trained parameters of the published networks. */
class ParameterCountTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "dsprites, 251393, 263878, 247749",
    "teapots, 252419, 264902, 250373",
    "celeba32, 5346563, 4318854, 4323397"
  })
  void countsOfThePapers(String preset, long generator, long discriminator, long contrast) {
    InfoGanCrPreset.Sizes sizes = InfoGanCrPreset.of(preset).sizes();
    InfoGanCrNetworks networks =
        InfoGanCrPreset.of(preset).networks(new LatentSpace(sizes.numCodes(), sizes.noiseDim()));
    assertEquals(
        List.of(generator, discriminator, contrast),
        List.of(
            trained(networks.generator()),
            trained(networks.discriminator()),
            trained(networks.contrast())));
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
