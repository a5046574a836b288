// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Top-level columns by their exact names, which may hold dots, spaces and backticks. */
public final class ExactColumn {

  private ExactColumn() {}

  public static Column named(String name) {
    return functions.col(quoted(name));
  }

  /**
   * The column as numbers, null where a text is none; Spark 4 refuses such a text in an ordinary
   * cast unless {@code spark.sql.ansi.enabled} is off.
   */
  public static Column asNumber(String name) {
    return functions.expr("try_cast(" + quoted(name) + " AS double)");
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
