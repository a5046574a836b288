package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.disentangle.train.History;

/**
 * What a fitted model consists of besides its Params.
 *
 * @param networks the architectures of G, D with Q, and H
 * @param latent how many codes and noise values G takes
 * @param state weights, non-trained state and optimiser state of the networks
 * @param history every round of the training
 */
public record InfoGanCrModelData(
    InfoGanCrNetworks networks, LatentSpace latent, TrainingState state, History history)
    implements Serializable {}
