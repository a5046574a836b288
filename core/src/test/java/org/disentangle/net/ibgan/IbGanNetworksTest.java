// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.NetworksJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** IB-GAN's tables: sizes and their text. */
class IbGanNetworksTest {

  static List<IbGanNetworks> networks() {
    return List.of(
        IbGanNetworks.sprites64(10, 16, 1),
        IbGanNetworks.sprites64(4, 3, 3),
        IbGanNetworks.small32(10, 16, 1),
        IbGanNetworks.small32(2, 5, 3));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void sizesFit(IbGanNetworks networks) {
    Extent image = networks.discriminator().input();
    assertEquals(image, networks.generator().outputNode(IbGanNetworks.IMAGE).output());
    assertEquals(image, networks.reconstructor().input());
    assertEquals(networks.imageShape().size(), image.size());
    assertEquals(1, networks.discriminator().outputs(IbGanNetworks.REAL));
    assertEquals(networks.noiseDim(), networks.reconstructor().outputs(IbGanNetworks.NOISE));
    for (String head : List.of(IbGanNetworks.MEAN, IbGanNetworks.LOG_VARIANCE)) {
      assertEquals(networks.numCodes(), networks.representation().outputs(head));
    }
    assertEquals(Set.of("D", "G", "Q", "R"), networks.architectures().keySet());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void textSurvivesTheRoundTrip(IbGanNetworks networks) {
    assertEquals(networks, NetworksJson.read(NetworksJson.write(networks), IbGanNetworks.class));
  }

  @Test
  void theAuthorsTable() {
    IbGanNetworks networks = IbGanNetworks.sprites64(10, 16, 1);
    assertEquals(
        List.of("256", "4096", "64x8x8", "64x8x8", "32x16x16", "16x32x32", "1x64x64"),
        outputs(networks.generator(), IbGanNetworks.IMAGE));
    assertEquals(
        List.of("16x32x32", "32x16x16", "64x8x8", "128x8x8", "256", "1"),
        outputs(networks.discriminator(), IbGanNetworks.REAL));
    assertEquals(
        List.of("16x32x32", "32x16x16", "64x8x8", "128x8x8", "256", "256", "16"),
        outputs(networks.reconstructor(), IbGanNetworks.NOISE));
    assertEquals(List.of("32", "32", "10"), outputs(networks.representation(), IbGanNetworks.MEAN));
  }

  /** Of layers that are no batch normalisation. */
  private static List<String> outputs(Architecture architecture, String head) {
    List<Architecture.Node> nodes = new ArrayList<>(architecture.trunkNodes());
    nodes.addAll(architecture.headNodes(head));
    return nodes.stream()
        .filter(node -> !(node.spec() instanceof LayerSpec.BatchNorm))
        .map(Architecture.Node::output)
        .map(
            size ->
                size.isVector()
                    ? "" + size.channels()
                    : size.channels() + "x" + size.height() + "x" + size.width())
        .toList();
  }
}
