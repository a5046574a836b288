package org.disentangle.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;
import org.disentangle.error.InvalidInputException;

/**
 * Saves a stage: first its data, if it has any, then its metadata, so that a folder with metadata
 * is complete. An existing path is refused unless {@code overwrite()} was called.
 */
public final class StageWriter extends MLWriter {

  /** Writes what a stage has besides Params. */
  @FunctionalInterface
  public interface Data {
    void write(StageFiles files) throws IOException;
  }

  private final Params stage;
  private final Data data;

  public StageWriter(Params stage, Data data) {
    this.stage = stage;
    this.data = data;
  }

  /**
   * @throws InvalidInputException if the text is no path, or nothing can be written there
   * @throws IOException if something is there already
   */
  @Override
  public void save(String path) throws IOException {
    InputErrors errors = InputErrors.of(stage);
    StageFiles.of(errors, path, sparkSession()).folder().requireWritable(errors, null);
    super.save(path);
  }

  @Override
  public void saveImpl(String path) {
    StageFiles files = StageFiles.of(InputErrors.of(stage), path, sparkSession());
    try {
      data.write(files);
      StageMetadata.of(stage, sparkSession().version()).write(files);
    } catch (IOException e) {
      throw new UncheckedIOException(
          String.format(Locale.ROOT, "Cannot save %s to %s", stage.uid(), path), e);
    }
  }
}
