// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;

/** A saved stage of whatever class its metadata name, of this library or another. */
public final class StoredStage {

  private StoredStage() {}

  /**
   * Saves a stage inside the folder of another.
   *
   * @throws InvalidInputException if the stage cannot be saved
   */
  public static void save(Object stage, StageFiles files, String name) throws IOException {
    if (!(stage instanceof MLWritable writable)) {
      throw new InputErrors(String.valueOf(stage))
          .parameter(name, stage.getClass().getName(), "a stage that can be saved");
    }
    writable.save(files.path(name));
  }

  /**
   * Loads it through the static method {@code load} of its class. Nothing of that class runs before
   * it is known to be of the right kind.
   *
   * @param kind what it has to be
   * @throws InvalidInputException if the path holds no saved stage, or one of another kind
   */
  public static <S> S load(Class<S> kind, SparkSession session, String path) {
    InputErrors errors = new InputErrors(kind.getSimpleName());
    StageFiles files = StageFiles.of(errors, path, session);
    String name = StageMetadata.read(files, errors).type();
    try {
      Class<?> type = Class.forName(name, false, classes());
      if (kind.isAssignableFrom(type)) {
        Method load = type.getMethod("load", String.class);
        if (Modifier.isStatic(load.getModifiers())) {
          return kind.cast(load.invoke(null, path));
        }
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(
          String.format(Locale.ROOT, "Cannot load a %s from %s", name, path), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw another(errors, files, name, kind, e);
    }
    throw another(errors, files, name, kind, null);
  }

  /** With those that {@code --jars} brought. */
  private static ClassLoader classes() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? StoredStage.class.getClassLoader() : ofThread;
  }

  /**
   * Name of the class that a saved stage is of.
   *
   * @param kind what should be there, which errors name
   * @throws InvalidInputException if the path holds no saved stage
   */
  public static String type(Class<?> kind, SparkSession session, String path) {
    InputErrors errors = new InputErrors(kind.getSimpleName());
    return StageMetadata.read(StageFiles.of(errors, path, session), errors).type();
  }

  /** Whether a folder is that of a saved stage, of this library or another. */
  public static boolean isAt(Place folder) {
    return StageMetadata.isIn(folder);
  }

  private static InvalidInputException another(
      InputErrors errors, StageFiles files, String name, Class<?> kind, Throwable cause) {
    return errors.file(
        files.path(StageMetadata.file(files)),
        "a saved " + name,
        "a saved " + kind.getName(),
        "Name the folder of such a stage, or add its library to the class path.",
        cause);
  }
}
