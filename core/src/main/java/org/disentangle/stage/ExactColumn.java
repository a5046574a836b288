// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Top-level columns by their exact names, which may hold dots, spaces and backticks. */
public final class ExactColumn {

  private ExactColumn() {}

  public static Column named(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }
}
