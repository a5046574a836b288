// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.stylecontent.StyleContentProcedure;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/** A small model of specified and unspecified codes whose weights are drawn, not trained. */
public final class TinyStyle {

  static final int SPECIFIED = 3;
  static final int UNSPECIFIED = 2;

  private TinyStyle() {}

  /** A model for images of 1 x 32 x 32 with other weights for another seed. */
  public static StyleContentModel of(long seed) {
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    StyleContentProcedure procedure =
        new StyleContentProcedure(
            StyleContentNetworks.small32(
                new StyleContentNetworks.Sizes(SPECIFIED, UNSPECIFIED, 2), 1),
            8,
            1,
            1,
            adam,
            adam);
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, TinyModel.lively(network)));
    History history =
        new History(
            procedure.lossNames(),
            List.of(
                new RoundRecord(1, 2, Map.of("reconstruction", 9.5, "D", .25), 16, .5, 32, .125)));
    return new StyleContentModel(
            "tinyStyle",
            new StyleContentModelData(
                procedure.networks(), new TrainingState(4, networks), history))
        .setBatchSize(8);
  }
}
