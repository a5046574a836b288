// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.net.TrainingState;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.train.History;

/**
 * What a fitted {@link StyleContentModel} consists of besides its Params.
 *
 * @param networks the architectures of all networks
 * @param state weights, non-trained state and optimiser state of the networks
 * @param history every round of the training
 * @param trainedWith Params and data of the training
 */
public record StyleContentModelData(
    StyleContentNetworks networks, TrainingState state, History history, TrainedWith trainedWith)
    implements Serializable {

  /** With a training of which nothing is known. */
  public StyleContentModelData(
      StyleContentNetworks networks, TrainingState state, History history) {
    this(networks, state, history, TrainedWith.UNKNOWN);
  }
}
