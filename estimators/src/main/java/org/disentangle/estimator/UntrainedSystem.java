// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.function.Supplier;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.TrainingProcedure;

/**
 * A system before its first iteration, for measurements and studies of single iterations: what an
 * estimator would train, and the model that it would give if it did not.
 *
 * @param procedure what one iteration does, with the Params of the estimator
 * @param model makes a model with the initial weights, which follow from the Param {@code seed},
 *     and no rounds
 */
public record UntrainedSystem(
    TrainingProcedure procedure, Supplier<? extends TrainedModel> model) {}
