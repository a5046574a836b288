// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import org.disentangle.net.TrainingState;
import org.disentangle.train.shard.DataFingerprint;

/**
 * What a run ends with.
 *
 * @param state the averaged state after the last round; of a run that keeps its best state, that
 * @param history every round, those before a resume included
 * @param stoppedEarly whether a listener or the patience of {@link Watching} ended the run before
 *     its last iteration
 * @param data what was trained on
 */
public record TrainingResult(
    TrainingState state, History history, boolean stoppedEarly, DataFingerprint data) {}
