// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.param.Param;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/**
 * Columns of one model under one name. What a training reads and what its model appends is looked
 * at by their schema checks; a column that only a later use of the model has is seen here.
 */
final class DistinctColumns {

  private static final String COLUMN = "Col";

  private DistinctColumns() {}

  /**
   * Refuses equal names, in upper or lower case, before anything is trained.
   *
   * @param estimator whose Params with names in {@code Col} are the columns; an empty one names
   *     none
   * @throws InvalidInputException naming both Params
   */
  static void require(StageParams<?> estimator) {
    Map<String, Param<?>> named = new TreeMap<>();
    for (Param<?> param : estimator.params()) {
      if (param.name().endsWith(COLUMN)
          && estimator.isDefined(param)
          && estimator.getOrDefault(param) instanceof String column
          && !column.isEmpty()) {
        Param<?> other = named.putIfAbsent(column.toLowerCase(Locale.ROOT), param);
        if (other != null) {
          throw refused(estimator, param, column, other);
        }
      }
    }
  }

  private static InvalidInputException refused(
      StageParams<?> estimator, Param<?> param, String column, Param<?> other) {
    boolean isUsual = !estimator.isSet(param);
    Param<?> changed = isUsual ? other : param;
    Param<?> kept = isUsual ? param : other;
    return InputErrors.of(estimator)
        .parameter(
            changed.name(),
            estimator.getOrDefault(changed),
            String.format(
                Locale.ROOT, "another column than that of %s, '%s'", kept.name(), column));
  }
}
