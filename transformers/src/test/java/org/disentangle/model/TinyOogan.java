// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/** A small OOGAN whose weights are drawn, not trained. */
public final class TinyOogan {

  private TinyOogan() {}

  /** A model with other weights for another seed. */
  public static OoganModel of(long seed) {
    LatentSpace latent = new LatentSpace(3, 2);
    OoganNetworks networks =
        OoganNetworks.small32(latent, 1, 2, new OoganNetworks.Parts(true, true, false));
    OoganProcedure procedure =
        new OoganProcedure(
            networks,
            latent,
            4,
            1,
            1,
            1,
            true,
            true,
            0,
            OoganProcedure.ADAM,
            OoganProcedure.ADAM,
            OoganProcedure.ADAM);
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> drawn = new TreeMap<>();
    state.networks().forEach((name, network) -> drawn.put(name, TinyModel.lively(network)));
    History history =
        new History(
            procedure.lossNames(),
            List.of(new RoundRecord(1, 2, Map.of("D", 1.5, "Q", .25), 16, .5, 32, .125)));
    return new OoganModel(
            "tinyOogan", new ModelData<>(networks, latent, new TrainingState(4, drawn), history))
        .setBatchSize(8);
  }
}
