// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.io.Serializable;
import org.disentangle.net.AdamSettings;

/** How G, D with Q, and H are optimised. */
public record InfoGanOptimisers(
    AdamSettings generator, AdamSettings discriminator, AdamSettings contrast)
    implements Serializable {

  /** The same for all of them. */
  public static InfoGanOptimisers all(AdamSettings adam) {
    return new InfoGanOptimisers(adam, adam, adam);
  }

  /** Adam as GANs take it, at these learning rates. */
  public static InfoGanOptimisers adversarial(
      double generator, double discriminator, double contrast) {
    return new InfoGanOptimisers(
        AdamSettings.adversarial(generator),
        AdamSettings.adversarial(discriminator),
        AdamSettings.adversarial(contrast));
  }
}
