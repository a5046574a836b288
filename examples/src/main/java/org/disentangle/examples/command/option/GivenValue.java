// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.apache.spark.ml.param.Params;

/**
 * What a user gave for a Param.
 *
 * @param option as the user wrote it, such as {@code --max-iter}
 * @param param the Param's name
 */
record GivenValue(String option, String param, Object value) {

  /**
   * @throws org.disentangle.error.InvalidInputException if the stage has no such Param, or it does
   *     not take the value
   */
  void set(Params stage) {
    GivenParam.set(stage, option, param, value);
  }
}
