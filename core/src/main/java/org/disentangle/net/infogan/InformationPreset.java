// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Preset;

/** What InfoGAN and InfoGAN-CR take from a preset. */
public interface InformationPreset extends Preset.Noisy, Preset.Adversarial {

  /** Numbers of categories of the categorical codes. */
  List<Integer> categories();

  /** Weight of the information term, of its continuous part where there are two. */
  double lambda();

  /**
   * Weight of the categorical part.
   *
   * @param lambda the weight in effect of the continuous part
   */
  double lambdaCategorical(double lambda);

  /** What D and G minimise. */
  AdversarialLoss adversarialLoss();

  /** The networks for a latent space. */
  InfoGanCrNetworks networks(LatentSpace latent);
}
