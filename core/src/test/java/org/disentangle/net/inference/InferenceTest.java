// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Trained networks at work, on a preset in [0, 1] and one in [-1, 1]. */
class InferenceTest {

  private static final LatentSpace SPACE = new LatentSpace(3, 4);
  private static final int BATCH = 6;

  @ParameterizedTest
  @EnumSource(names = {"SMALL32", "CELEBA32"})
  void aPartialBatchIsTheStartOfAFullOne(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(SPACE);
    Generator generator = new Generator(networks, SPACE, state(networks.generator()), BATCH);
    float[] latents = SPACE.sample(BATCH, new SplittableRandom(1));
    System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
    float[] images = generator.generate(BATCH).clone();
    int pixels = networks.imageShape().size();
    assertEquals(BATCH * pixels, images.length);
    for (float value : images) {
      assertTrue(value >= 0 && value <= 1, "pixel " + value);
    }
    assertArrayEquals(
        Arrays.copyOf(images, 2 * pixels), Arrays.copyOf(generator.generate(2), 2 * pixels));

    Encoder encoder =
        new Encoder(networks, SPACE, Map.of("D", state(networks.discriminator())), BATCH);
    System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
    float[] codes = encoder.encode(BATCH);
    assertEquals(BATCH * SPACE.numCodes(), codes.length);
    assertArrayEquals(Arrays.copyOf(codes, 2 * SPACE.numCodes()), encoder.encode(2));
    assertNotEquals(codes[0], codes[SPACE.numCodes()], "codes of different images");
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL32", "CELEBA32"})
  void aRowDoesNotDependOnTheOthers(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(SPACE);
    Encoder encoder =
        new Encoder(networks, SPACE, Map.of("D", state(networks.discriminator())), BATCH);
    int pixels = networks.imageShape().size();
    System.arraycopy(
        TinyNetworks.pixels(1, BATCH * pixels), 0, encoder.pixels(), 0, BATCH * pixels);
    float[] before = encoder.encode(1);
    Arrays.fill(encoder.pixels(), pixels, BATCH * pixels, 1);
    assertArrayEquals(before, encoder.encode(1));

    Generator generator = new Generator(networks, SPACE, state(networks.generator()), BATCH);
    Arrays.fill(generator.latents(), 0, SPACE.size(), 0.3f);
    float[] image = Arrays.copyOf(generator.generate(1), pixels);
    Arrays.fill(generator.latents(), SPACE.size(), generator.latents().length, -1);
    assertArrayEquals(image, Arrays.copyOf(generator.generate(1), pixels));
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL32", "CELEBA32"})
  void signedNetworksSeeImagesInTheirOwnRange(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(SPACE);
    Network network = network(networks.discriminator());
    Encoder encoder = new Encoder(networks, SPACE, Map.of("D", network.save()), 1);
    float[] pixels = TinyNetworks.pixels(2, encoder.pixels().length);
    System.arraycopy(pixels, 0, encoder.pixels(), 0, pixels.length);
    var shape = networks.imageShape();
    var images =
        Nd4j.createFromArray(pixels).reshape(1, shape.channels(), shape.height(), shape.width());
    var pass = network.newPass();
    network.prepare();
    pass.forward(preset == InfoGanCrPreset.CELEBA32 ? images.mul(2).sub(1) : images, false);
    float[] expected = pass.head(InfoGanCrNetworks.CODES).reshape(3).toFloatVector();
    assertArrayEquals(expected, encoder.encode(1), 1e-6f);
  }

  private static NetworkState state(Architecture architecture) {
    return network(architecture).save();
  }

  private static Network network(Architecture architecture) {
    Network network = new Network(architecture, AdamSettings.adversarial(1), DataType.FLOAT, 1);
    TinyNetworks.enliven(network.graph(), 2);
    return network;
  }
}
