package org.disentangle.dataset;

import org.apache.spark.sql.SparkSession;

/** The software that made a data set. */
public record Versions(String disentangle, String spark, String java) {

  /** This library. */
  public static final String LIBRARY = "0.1.0";

  static Versions of(SparkSession session) {
    return new Versions(LIBRARY, session.version(), Runtime.version().toString());
  }
}
