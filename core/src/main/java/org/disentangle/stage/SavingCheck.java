package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import org.apache.spark.ml.param.Params;

/**
 * Whether a stage can be saved with the libraries on the class path: found out before hours of
 * training, not after them.
 */
public final class SavingCheck {

  private SavingCheck() {}

  /**
   * Makes the metadata that saving would write.
   *
   * @throws IllegalStateException if the class path has libraries that do not go together; names
   *     their versions
   */
  public static void check(Params stage) {
    check(stage.uid(), () -> StageMetadata.of(stage, "").text());
  }

  /** What writes metadata. */
  interface Text {
    String text() throws JsonProcessingException;
  }

  static void check(String stage, Text metadata) {
    try {
      metadata.text();
    } catch (LinkageError e) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s: the class path has jackson-core %s and jackson-databind %s, which cannot write a stage's metadata"
                  + " (%s); expected one version of both.%nAdd the dependency"
                  + " com.fasterxml.jackson.core:jackson-core in the version of jackson-databind.",
              stage,
              version("core.json"),
              version("databind.cfg"),
              e.getMessage()),
          e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(stage + ": its metadata cannot be written", e);
    }
  }

  /** Of a part of Jackson, even where the two do not go together. */
  private static String version(String part) {
    try {
      return Class.forName("com.fasterxml.jackson." + part + ".PackageVersion")
          .getField("VERSION")
          .get(null)
          .toString();
    } catch (ReflectiveOperationException | LinkageError e) {
      return "of unknown version";
    }
  }
}
