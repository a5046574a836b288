package org.disentangle.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/** A small IB-GAN whose weights are drawn, not trained. */
public final class TinyIbGan {

  static final int CODES = 3;

  private TinyIbGan() {}

  /** A model with other weights for another seed. */
  public static IbGanModel of(long seed) {
    AdamSettings adam = IbGanProcedure.adam(1e-3);
    IbGanProcedure procedure =
        new IbGanProcedure(IbGanNetworks.small32(CODES, 4, 1), 8, 0.1, 2, adam, adam);
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, TinyModel.lively(network)));
    History history =
        new History(
            procedure.lossNames(),
            List.of(new RoundRecord(1, 2, Map.of("D", 1.5, "KL", .25), 16, .5, 32, .125)));
    return new IbGanModel(
            "tinyIbGan",
            new ModelData<>(
                procedure.networks(), procedure.latent(), new TrainingState(4, networks), history))
        .setBatchSize(8);
  }
}
