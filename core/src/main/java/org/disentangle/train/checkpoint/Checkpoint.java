package org.disentangle.train.checkpoint;

import org.disentangle.net.TrainingState;
import org.disentangle.train.History;

/**
 * A run saved between two rounds.
 *
 * @param fingerprint what the run was trained on and how
 * @param wholeRound false if the last round was cut short by the end of the run: a longer run would
 *     have averaged later, so it cannot continue here and stay the same bit by bit
 * @param state the averaged state, before any switch scheduled at its iteration
 * @param history every round so far
 */
public record Checkpoint(
    Fingerprint fingerprint, boolean wholeRound, TrainingState state, History history) {}
