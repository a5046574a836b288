// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.HasFeaturesCol;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasPredictionCol;
import org.disentangle.stage.HasProbabilityCol;
import org.disentangle.stage.HasValueRange;
import org.disentangle.stage.StageParams;

/** Params that the image classifier's estimator and model share: columns and the batch size. */
public interface ImageClassifierModelParams<T extends StageParams<T>>
    extends HasImageCol<T>,
        HasValueRange<T>,
        HasProbabilityCol<T>,
        HasPredictionCol<T>,
        HasFeaturesCol<T>,
        HasBatchSize<T> {}
