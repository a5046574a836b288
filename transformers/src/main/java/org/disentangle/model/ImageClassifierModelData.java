// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.ClassifierNetwork;

/**
 * What a fitted image classifier consists of besides its Params.
 *
 * @param network the architecture
 * @param state the weights, without optimiser state
 * @param classNames name of each class; empty if the classes have none
 * @param losses training loss of each round: mean over the workers of the cross entropy of their
 *     last mini-batch (trained on Spark 3.5) or of all their mini-batches (on Spark 4), in nats
 * @param trainedWith Params and data of the training
 */
public record ImageClassifierModelData(
    ClassifierNetwork network,
    NetworkState state,
    List<String> classNames,
    List<Double> losses,
    TrainedWith trainedWith)
    implements Serializable {

  /** With a training of which nothing is known. */
  public ImageClassifierModelData(
      ClassifierNetwork network, NetworkState state, List<String> classNames, List<Double> losses) {
    this(network, state, classNames, losses, TrainedWith.UNKNOWN);
  }

  public ImageClassifierModelData {
    classNames = List.copyOf(classNames);
    losses = List.copyOf(losses);
  }
}
