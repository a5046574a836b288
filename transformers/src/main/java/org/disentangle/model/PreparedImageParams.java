// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasImageFormat;
import org.disentangle.stage.HasPreparedCol;
import org.disentangle.stage.HasValueRange;
import org.disentangle.stage.StageParams;

/** Params of stages that read one image column and write another. */
public interface PreparedImageParams<T extends StageParams<T>>
    extends HasImageCol<T>, HasPreparedCol<T>, HasImageFormat<T>, HasValueRange<T> {}
