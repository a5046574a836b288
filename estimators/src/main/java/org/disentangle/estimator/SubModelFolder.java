// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.stage.StageText;

/**
 * The trained models of a selection on disk: for run r a folder {@code run-r} with {@code
 * training.json}, which says what it is trained with, and {@code model}, which is whole once it has
 * metadata.
 */
final class SubModelFolder {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Params that came after the first version. */
  private static final Set<String> LATER =
      Stream.concat(HasWatching.WATCHING.stream(), Stream.of("initialModel", "initialOptimiser"))
          .collect(Collectors.toUnmodifiableSet());

  private final InputErrors errors;
  private final Path folder;
  private final FileSystem files;
  private final SparkSession session;

  private SubModelFolder(InputErrors errors, Path folder, FileSystem files, SparkSession session) {
    this.session = session;
    this.errors = errors;
    this.folder = folder;
    this.files = files;
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if the folder has something in it and is
   *     not to be resumed
   */
  static SubModelFolder open(SelectionParams<?> stage, SparkSession session) {
    InputErrors errors = InputErrors.of(stage);
    QualifiedPath place =
        QualifiedPath.of(
            errors,
            "parameter subModelDir",
            stage.getSubModelDir(),
            session.sessionState().newHadoopConf());
    place.requireWritable(errors, "parameter subModelDir");
    Path folder = place.path();
    FileSystem files = place.files();
    try {
      if (!stage.getResume() && files.exists(folder) && files.listStatus(folder).length > 0) {
        throw errors.parameter(
            "subModelDir",
            folder + ", which is not empty",
            "an empty or missing directory",
            "Set resume to continue a selection that was interrupted.");
      }
      return new SubModelFolder(errors, folder, files, session);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  /**
   * The model of a run, if it was finished.
   *
   * @throws org.disentangle.error.InvalidInputException if the run was begun with other Params
   */
  Optional<DisentangledModel<?>> find(int run, Params estimator) {
    try {
      Path training = training(run);
      if (!files.exists(training)) {
        return Optional.empty();
      }
      JsonNode before;
      try (InputStream in = files.open(training)) {
        before = JSON.readTree(in);
      }
      if (!before.equals(described(estimator))) {
        throw errors.parameter(
            "subModelDir",
            String.format(Locale.ROOT, "%s, trained with %s", training, before),
            "a training with " + described(estimator),
            "Params, seed or grid have changed since: take another directory.");
      }
      return files.exists(new Path(model(run), "metadata/_SUCCESS"))
          ? Optional.of(DisentangledModel.load(session, model(run).toString()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      throw errors.file(
          training(run).toString(),
          "text that is not JSON",
          "what the run was begun with",
          "Delete it and the model beside it, to train that run again.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  /** Says what a run is being trained with. */
  void begin(int run, Params estimator) {
    try (OutputStream out = files.create(training(run), true)) {
      out.write(JSON.writeValueAsBytes(described(estimator)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  void save(int run, DisentangledModel<?> model) {
    try {
      model.write().overwrite().save(model(run).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  private Path training(int run) {
    return new Path(folder, String.format(Locale.ROOT, "run-%d/training.json", run));
  }

  private Path model(int run) {
    return new Path(folder, String.format(Locale.ROOT, "run-%d/model", run));
  }

  /** Class and all values in effect; what earlier versions did not have, only where it is set. */
  private static ObjectNode described(Params estimator) {
    ObjectNode json = JSON.createObjectNode().put("class", estimator.getClass().getName());
    for (Param<?> param : estimator.params()) {
      boolean counts =
          LATER.contains(param.name()) ? estimator.isSet(param) : estimator.isDefined(param);
      if (counts && !HasRounds.ON_THE_WAY.contains(param.name())) {
        json.set(param.name(), StageText.value(param, estimator.getOrDefault(param)));
      }
    }
    return json;
  }
}
