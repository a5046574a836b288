package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.StyleContentNetworks;
import org.disentangle.train.History;

/**
 * What a fitted {@link StyleContentModel} consists of besides its Params.
 *
 * @param networks the architectures of all networks
 * @param state weights, non-trained state and optimiser state of the networks
 * @param history every round of the training
 */
public record StyleContentModelData(
    StyleContentNetworks networks, TrainingState state, History history) implements Serializable {}
