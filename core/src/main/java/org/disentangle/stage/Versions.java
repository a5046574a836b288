// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.apache.spark.package$;

/**
 * The software that made something.
 *
 * @param deeplearning4j empty in what was made before this was kept
 */
public record Versions(String disentangle, String spark, String deeplearning4j, String java)
    implements Serializable {

  /** What a class folder says that was filled without Maven, which alone knows the versions. */
  private static final String NOT_BUILT = "development";

  private static final Properties BUILT = built();

  /** This library. */
  public static final String LIBRARY = version("disentangle");

  private static final String DEEPLEARNING4J = version("deeplearning4j");

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

  /** The first two numbers of the version of Spark, such as 3.5. */
  public static String sparkLine() {
    return line(package$.MODULE$.SPARK_VERSION());
  }

  /** The first two numbers of the version of Scala, such as 2.12. */
  public static String scalaLine() {
    return line(scala.util.Properties.versionNumberString());
  }

  private static String line(String version) {
    return String.join(".", List.of(version.split("\\.")).subList(0, 2));
  }

  private static String version(String name) {
    String value = BUILT.getProperty(name);
    return value.startsWith("${") ? NOT_BUILT : value;
  }

  /** What the build wrote beside this class. */
  private static Properties built() {
    Properties versions = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
