// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Trained networks at work in bfloat16. */
class Bfloat16InferenceTest {

  private static final LatentSpace SPACE = new LatentSpace(3, 4);
  private static final int BATCH = 6;

  @BeforeAll
  static void onlyWhereItIsComputed() {
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL32", "CELEBA32"})
  void aRowDependsNeitherOnItsPlaceNorOnTheOthers(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(SPACE);
    float[] latents = SPACE.sample(BATCH, new SplittableRandom(1));
    float[] images = generator(networks, Precision.BFLOAT16, latents);
    float[] codes = encoder(networks, Precision.BFLOAT16, images);
    float[] turned = generator(networks, Precision.BFLOAT16, reversed(latents));
    assertArrayEquals(images, reversed(turned));
    assertArrayEquals(codes, reversed(encoder(networks, Precision.BFLOAT16, turned)));
    Arrays.fill(images, images.length / BATCH, images.length, 1);
    float[] first = Arrays.copyOf(codes, SPACE.numCodes());
    float[] others = encoder(networks, Precision.BFLOAT16, images);
    assertArrayEquals(first, Arrays.copyOf(others, SPACE.numCodes()));
  }

  /** The rows in reverse order. */
  private static float[] reversed(float[] rows) {
    int length = rows.length / BATCH;
    float[] reversed = new float[rows.length];
    for (int row = 0; row < BATCH; row++) {
      System.arraycopy(rows, row * length, reversed, (BATCH - 1 - row) * length, length);
    }
    return reversed;
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL32", "CELEBA32"})
  void valuesAreThoseOfSinglePrecisionRounded(InfoGanCrPreset preset) {
    InfoGanCrNetworks networks = preset.networks(SPACE);
    float[] latents = SPACE.sample(BATCH, new SplittableRandom(1));
    float[] exact = generator(networks, Precision.FLOAT32, latents);
    close(exact, generator(networks, Precision.BFLOAT16, latents));
    close(
        encoder(networks, Precision.FLOAT32, exact), encoder(networks, Precision.BFLOAT16, exact));
  }

  /** Different, by at most 5% in the Euclidean norm: weights are large here. */
  private static void close(float[] exact, float[] rough) {
    double error = 0;
    double size = 0;
    for (int i = 0; i < exact.length; i++) {
      error += Math.pow(exact[i] - rough[i], 2);
      size += Math.pow(exact[i], 2);
    }
    double relative = Math.sqrt(error / size);
    assertTrue(relative > 0 && relative < 0.05, "relative error " + relative);
  }

  private static float[] generator(
      InfoGanCrNetworks networks, Precision precision, float[] latents) {
    NetworkState state = state(networks.generator());
    try (Generator generator = new Generator(networks, SPACE, state, BATCH, precision)) {
      System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
      return generator.generate(BATCH).clone();
    }
  }

  private static float[] encoder(InfoGanCrNetworks networks, Precision precision, float[] images) {
    Map<String, NetworkState> states = Map.of("D", state(networks.discriminator()));
    try (Encoder encoder = new Encoder(networks, SPACE, states, BATCH, precision)) {
      System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
      return encoder.encode(BATCH);
    }
  }

  private static NetworkState state(Architecture architecture) {
    try (Network network =
        new Network(architecture, AdamSettings.adversarial(1), DataType.FLOAT, 1)) {
      TinyNetworks.enliven(network.graph(), 2);
      return network.save();
    }
  }
}
