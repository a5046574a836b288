package org.disentangle.estimator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.spark.ml.util.MLWritable;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageFiles;

/** A stage of any library inside the folder of a saved stage. */
final class NestedStage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NestedStage() {}

  /**
   * @throws org.disentangle.stage.InvalidInputException if the stage cannot be saved
   */
  static void write(Object stage, StageFiles files, String name) throws IOException {
    if (!(stage instanceof MLWritable writable)) {
      throw new InputErrors(String.valueOf(stage))
          .parameter(
              name,
              stage.getClass().getName(),
              "a stage that can be saved",
              "it is your own class.");
    }
    writable.save(files.path(name));
  }

  /** Reads it by the class that its metadata name. */
  static <S> S read(Class<S> kind, StageFiles files, String name) throws IOException {
    String path = files.path(name);
    String line = files.session().read().text(path + "/metadata").first().getString(0);
    String type = JSON.readTree(line).required("class").asText();
    try {
      return kind.cast(Class.forName(type).getMethod("load", String.class).invoke(null, path));
    } catch (ReflectiveOperationException e) {
      throw new IOException("Cannot load a %s from %s".formatted(type, path), e);
    }
  }
}
