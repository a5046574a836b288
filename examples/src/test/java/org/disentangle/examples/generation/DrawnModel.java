package org.disentangle.examples.generation;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanCrModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.procedure.InfoGanCr;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.disentangle.train.History;

/** A model of 32 x 32 images with three codes whose weights are drawn, not trained. */
public final class DrawnModel {

  private DrawnModel() {}

  public static InfoGanCrModel of(long seed) {
    LatentSpace latent = new LatentSpace(3, 2);
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    InfoGanCr procedure =
        new InfoGanCr(
            InfoGanCrPreset.SMALL32.networks(latent),
            latent,
            8,
            0.2,
            2,
            2,
            0,
            Long.MAX_VALUE,
            0,
            adam,
            adam,
            adam);
    InfoGanCrModelData data =
        new InfoGanCrModelData(
            procedure.networks(),
            latent,
            procedure.initialState(seed),
            new History(procedure.lossNames(), List.of()));
    return new InfoGanCrModel("drawn", data).setBatchSize(8).setImageFormat("image");
  }
}
