// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.NarrowNetworks;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/** A small InfoGAN whose weights are drawn, not trained: a category of four, and two numbers. */
public final class TinyInfoGan {

  static final LatentSpace LATENT = new LatentSpace(3, 2, Prior.UNIFORM, List.of(4));

  private TinyInfoGan() {}

  /** A model with other weights for another seed. */
  public static InfoGanModel of(long seed) {
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    InfoGanProcedure procedure =
        new InfoGanProcedure(
            NarrowNetworks.infoGan(LATENT),
            LATENT,
            8,
            1,
            ContrastSchedule.NONE,
            InfoGanOptimisers.all(adam));
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, TinyModel.lively(network)));
    History history =
        new History(
            procedure.lossNames(),
            List.of(new RoundRecord(1, 2, Map.of("D", 1.5, "Q", .25), 16, .5, 32, .125)));
    return new InfoGanModel(
            "tinyInfoGan",
            new ModelData<>(procedure.networks(), LATENT, new TrainingState(4, networks), history))
        .setBatchSize(8);
  }
}
