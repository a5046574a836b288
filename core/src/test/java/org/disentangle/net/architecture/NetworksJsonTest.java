// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Architectures as text. */
class NetworksJsonTest {

  @ParameterizedTest
  @EnumSource
  void presetsSurviveTheRoundTrip(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(new LatentSpace(4, 3));
    InfoGanCrNetworks read =
        NetworksJson.read(NetworksJson.write(networks), InfoGanCrNetworks.class);
    assertEquals(networks, read);
    assertEquals(
        networks.discriminator().heads().keySet().toString(),
        read.discriminator().heads().keySet().toString(),
        "order of the heads");
  }

  @Test
  void networksWithLabelTablesSurviveTheRoundTrip() {
    var sizes = new StyleContentNetworks.Sizes(4, 3, 5);
    StyleContentNetworks networks = StyleContentNetworks.digits28(sizes, 1);
    StyleContentNetworks read =
        NetworksJson.read(NetworksJson.write(networks), StyleContentNetworks.class);
    assertEquals(networks, read);
    assertEquals(5, read.numClasses());
    assertEquals(4, read.specifiedDim());
    assertEquals(3, read.unspecifiedDim());
  }

  @Test
  void signedPixelsAreThoseOfTanh() {
    for (InfoGanCrPreset preset : InfoGanCrPreset.values()) {
      assertEquals(
          preset == InfoGanCrPreset.CELEBA32,
          preset.networks(new LatentSpace(4, 3)).signedPixels());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"generator\": 3}", "not json"})
  void otherTextIsRefused(String text) {
    assertThrows(
        InvalidInputException.class, () -> NetworksJson.read(text, InfoGanCrNetworks.class));
  }
}
