package org.disentangle.stage;

import java.io.Serializable;
import org.apache.spark.package$;

/**
 * The software that made something.
 *
 * @param deeplearning4j empty in what was made before this was kept
 */
public record Versions(String disentangle, String spark, String deeplearning4j, String java)
    implements Serializable {

  /** This library. */
  public static final String LIBRARY = "0.1.0";

  private static final String DEEPLEARNING4J = "1.0.0-M2.1";

  /** Unknown ones are empty. */
  public static final Versions UNKNOWN = new Versions("", "", "", "");

  public Versions {
    deeplearning4j = deeplearning4j == null ? "" : deeplearning4j;
  }

  /** Of this JVM. */
  public static Versions here() {
    return new Versions(
        LIBRARY, package$.MODULE$.SPARK_VERSION(), DEEPLEARNING4J, Runtime.version().toString());
  }
}
