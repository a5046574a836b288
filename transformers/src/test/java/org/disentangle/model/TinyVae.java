package org.disentangle.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaeProcedure;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/** A small variational autoencoder whose weights are drawn, not trained. */
public final class TinyVae {

  static final int CODES = 3;

  private TinyVae() {}

  /** A model with other weights for another seed. */
  public static VaeModel of(long seed) {
    AdamSettings adam = AdamSettings.usual(1e-3);
    VaeProcedure procedure =
        new VaeProcedure(VaeNetworks.small32(CODES, 1), 8, new VaeObjective.Beta(4), 0, adam, adam);
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, TinyModel.lively(network)));
    History history =
        new History(
            procedure.lossNames(),
            List.of(
                new RoundRecord(
                    1, 2, Map.of("reconstruction", 9.5, "divergence", .25), 16, .5, 32, .125)));
    return new VaeModel(
            "tinyVae",
            new ModelData<>(
                procedure.networks(),
                new LatentSpace(CODES, 0, Prior.NORMAL),
                new TrainingState(4, networks),
                history))
        .setBatchSize(8);
  }
}
