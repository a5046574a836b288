// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.procedure.TinySystems;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.vae.VaeNetworks;
import org.junit.jupiter.api.DynamicTest;

/** The networks of all presets and systems, each once, and some with odd layers. */
final class EveryNetwork {

  /** Of codes; three labels. */
  private static final StyleContentNetworks.Sizes SIZES =
      new StyleContentNetworks.Sizes(7, 9, TinyStyleNetworks.CLASSES);

  private EveryNetwork() {}

  /**
   * A test of each.
   *
   * <p>Of tiny systems, OOGAN is left out: it is here by its layers and in its usual size. In a
   * tiny one, sums over a few activations that cancel are all rounding.
   */
  static List<DynamicTest> each(BiFunction<String, Architecture, DynamicTest> test) {
    Map<Architecture, String> names = new LinkedHashMap<>();
    for (InfoGanCrPreset preset : InfoGanCrPreset.values()) {
      name(names, preset.id(), preset.networks(new LatentSpace(3, 6)));
    }
    for (TinySystem system : TinySystems.ALL) {
      if (!(system.procedure() instanceof OoganProcedure)) {
        system.procedure().architectures().values().forEach(one -> name(names, system.name(), one));
      }
    }
    name(names, "autoencoder of 64 pixels", VaeNetworks.sprites64(10, 3));
    name(names, "autoencoder of 32 pixels", VaeNetworks.small32(6, 1));
    name(names, "specified and unspecified, 28 pixels", StyleContentNetworks.digits28(SIZES, 1));
    name(names, "specified and unspecified, 32 pixels", StyleContentNetworks.small32(SIZES, 3));
    IbGanNetworks.sprites64(10, 16, 3)
        .architectures()
        .values()
        .forEach(architecture -> name(names, "IB-GAN of 64 pixels", architecture));
    names.put(oddWidths(), "odd widths");
    names.put(TinyOoganNetworks.upwards(), "OOGAN's layers, maps from vectors");
    names.put(TinyOoganNetworks.downwards(), "OOGAN's layers, a head without layers");
    for (boolean on : new boolean[] {true, false}) {
      OoganNetworks.Parts parts = new OoganNetworks.Parts(on, on, on);
      OoganNetworks oogan = OoganNetworks.small32(TinyOoganNetworks.LATENT, 3, 16, parts);
      name(names, "OOGAN, parts " + on, oogan.generator(), oogan.discriminator(), oogan.codes());
    }
    List<DynamicTest> tests = new ArrayList<>();
    names.forEach((architecture, name) -> tests.add(test.apply(name, architecture)));
    return tests;
  }

  /** Presets share networks; each is compared once. */
  private static void name(
      Map<Architecture, String> names, String name, InfoGanCrNetworks networks) {
    name(names, name, networks.generator(), networks.discriminator(), networks.contrast());
  }

  private static void name(Map<Architecture, String> names, String name, VaeNetworks networks) {
    name(names, name, networks.encoder(), networks.decoder(), networks.tcDiscriminator());
  }

  private static void name(
      Map<Architecture, String> names, String name, StyleContentNetworks networks) {
    name(names, name, networks.encoder(), networks.decoder(), networks.discriminator());
  }

  private static void name(
      Map<Architecture, String> names, String name, Architecture... architectures) {
    for (Architecture architecture : architectures) {
      names.putIfAbsent(architecture, name + " " + architecture.name());
    }
  }

  /** Batch normalisation of vectors whose length is no multiple of 16, and no square in sight. */
  private static Architecture oddWidths() {
    return Architecture.sequential(
        "G",
        Extent.vector(5),
        List.of(
            new Dense("a", 33, false, Nonlinearity.TANH),
            new BatchNorm("a_bn", Nonlinearity.RELU),
            new Dense("b", 3 * 3 * 7, false, Nonlinearity.SIGMOID),
            new BatchNorm("b_bn", Nonlinearity.LEAKY_RELU),
            new TransposedConvolution("up1", 3, 9, 5, 2, Nonlinearity.IDENTITY),
            new BatchNorm("up1_bn", Nonlinearity.TANH),
            new TransposedConvolution("up2", 6, 5, 4, 2, Nonlinearity.SIGMOID)),
        InfoGanCrNetworks.IMAGE);
  }
}
