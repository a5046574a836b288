package org.disentangle.train.averaging;

import java.util.List;
import java.util.Optional;
import org.disentangle.net.TrainingState;

/**
 * What a round came to.
 *
 * @param reports one per worker, in worker order
 * @param mean of the workers' states; empty if a worker diverged
 */
public record RoundResult(List<WorkerReport> reports, Optional<TrainingState> mean) {}
