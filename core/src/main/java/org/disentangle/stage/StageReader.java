// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.disentangle.error.InvalidInputException;

/**
 * Loads a stage that a {@link StageWriter} saved.
 *
 * <p>Missing, damaged or foreign metadata is refused before anything else is read.
 *
 * @param <S> the class of the stage
 */
public final class StageReader<S extends Params> extends MLReader<S> {

  /** Makes the stage, without its Params, from its uid and what else was saved. */
  @FunctionalInterface
  public interface Data<S> {
    S read(String uid, StageFiles files) throws IOException;
  }

  private final Class<S> type;
  private final Data<S> data;

  /** For a stage with data besides its Params. */
  public StageReader(Class<S> type, Data<S> data) {
    this.type = type;
    this.data = data;
  }

  /** For a stage that is no more than its Params. */
  public static <S extends Params> StageReader<S> of(Class<S> type, Function<String, S> maker) {
    return new StageReader<>(type, (uid, files) -> maker.apply(uid));
  }

  /**
   * @throws InvalidInputException if the path holds no stage of this class, or one of a format this
   *     version does not know
   */
  @Override
  public S load(String path) {
    StageFiles files = StageFiles.of(new InputErrors(type.getSimpleName()), path, sparkSession());
    StageMetadata metadata = StageMetadata.read(files, type);
    try {
      S stage = data.read(metadata.uid(), files);
      metadata.applyTo(stage);
      return stage;
    } catch (IOException e) {
      throw new UncheckedIOException(
          String.format(Locale.ROOT, "Cannot load %s from %s", metadata.uid(), path), e);
    }
  }
}
