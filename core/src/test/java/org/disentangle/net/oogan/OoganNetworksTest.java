// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OOGAN's tables: sizes, parts and their text. */
class OoganNetworksTest {

  private static final LatentSpace LATENT = new LatentSpace(10, 50);

  static List<OoganNetworks> networks() {
    List<OoganNetworks> networks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Parts parts = new Parts((i & 1) > 0, (i & 2) > 0, (i & 4) > 0);
      networks.add(OoganNetworks.paper64(LATENT, 3, 64, parts));
      networks.add(OoganNetworks.small32(LATENT, 1, 16, parts));
    }
    return networks;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void sizesFit(OoganNetworks networks) {
    Extent image = networks.discriminator().input();
    assertEquals(image, networks.generator().outputNode(OoganNetworks.IMAGE).output());
    assertEquals(networks.imageShape().size(), image.size());
    assertEquals(1, networks.discriminator().outputNode(OoganNetworks.REAL).output().size());
    assertEquals(
        networks.codes().input(),
        networks.discriminator().outputNode(OoganNetworks.FEATURES).output());
    for (String head : networks.codes().heads().keySet()) {
      assertEquals(10, networks.codes().outputNode(head).output().size());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void textSurvivesTheRoundTrip(OoganNetworks networks) {
    assertEquals(networks, NetworksJson.read(NetworksJson.write(networks), OoganNetworks.class));
  }

  @Test
  void thePapersTable() {
    OoganNetworks networks = OoganNetworks.paper64(LATENT, 1, 64, new Parts(true, true, false));
    assertEquals(
        List.of("512x4x4", "256x4x4", "256x8x8", "128x16x16", "64x32x32", "1x64x64"),
        outputs(networks.generator(), OoganNetworks.IMAGE));
    assertEquals(
        List.of("64x64x64", "128x64x64", "256x32x32", "256x16x16", "512x8x8", "1x0x0"),
        outputs(networks.discriminator(), OoganNetworks.REAL));
    assertEquals(
        List.of("10x16x16", "10x8x8", "10x1x1"), outputs(networks.codes(), OoganNetworks.MEAN));
    assertEquals(new Extent(256, 16, 16), networks.codes().input());
  }

  /** Of layers with a weight. */
  private static List<String> outputs(Architecture architecture, String head) {
    return nodes(architecture, head).stream()
        .filter(node -> node.spec().configure(node.arranged()).weightShape().length > 1)
        .map(Architecture.Node::output)
        .map(e -> e.channels() + "x" + e.height() + "x" + e.width())
        .toList();
  }

  private static List<Architecture.Node> nodes(Architecture architecture, String head) {
    List<Architecture.Node> nodes = new ArrayList<>(architecture.trunkNodes());
    nodes.addAll(architecture.headNodes(head));
    return nodes;
  }

  @Test
  void everyConvolutionOfDIsNormalisedAndNoneOfTheOthers() {
    OoganNetworks networks = OoganNetworks.paper64(LATENT, 1, 64, new Parts(true, true, true));
    for (Architecture.Node node : nodes(networks.discriminator(), OoganNetworks.REAL)) {
      FusedLayer layer = node.spec().configure(node.arranged());
      assertEquals(layer.weightShape().length > 1, layer.isSpectral(), layer.getLayerName());
    }
    for (Architecture.Node node : nodes(networks.generator(), OoganNetworks.IMAGE)) {
      assertFalse(node.spec().configure(node.arranged()).isSpectral());
    }
  }

  @Test
  void partsDecideTheirLayers() {
    for (boolean on : new boolean[] {true, false}) {
      OoganNetworks networks = OoganNetworks.small32(LATENT, 1, 16, new Parts(on, !on, on));
      assertEquals(on, has(networks.generator(), OoganLayerSpec.CompeteFree.class));
      assertEquals(!on, has(networks.codes(), OoganLayerSpec.GroupedConvolution.class));
      assertEquals(on ? List.of() : List.of("conv1", "conv2"), networks.orthogonal());
      assertEquals(on, networks.probabilistic());
    }
  }

  private static boolean has(Architecture architecture, Class<?> layer) {
    List<LayerSpec> layers = new ArrayList<>(architecture.trunk());
    architecture.heads().values().forEach(layers::addAll);
    return layers.stream().anyMatch(layer::isInstance);
  }

  @Test
  void aHeadWithoutLayersIsTheTrunk() {
    Architecture d =
        OoganNetworks.small32(LATENT, 3, 16, new Parts(true, true, true)).discriminator();
    assertTrue(d.headNodes(OoganNetworks.FEATURES).isEmpty());
    List<Architecture.Node> trunk = d.trunkNodes();
    assertEquals(trunk.get(trunk.size() - 1), d.outputNode(OoganNetworks.FEATURES));
  }
}
