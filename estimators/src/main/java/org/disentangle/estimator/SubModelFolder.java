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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
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
 * The trained models of a selection on disk: for each run a folder {@code run-N} with {@code
 * training.json}, which says what it is trained with, and {@code model}, which is whole once it has
 * metadata. N is the run's number unless runs were added later ({@link RunPlaces}).
 */
final class SubModelFolder {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RUN = Pattern.compile("run-(\\d{1,9})");

  /** Params that came after the first version. */
  private static final Set<String> LATER =
      Stream.concat(HasWatching.WATCHING.stream(), Stream.of("initialModel", "initialOptimiser"))
          .collect(Collectors.toUnmodifiableSet());

  private final InputErrors errors;
  private final Path folder;
  private final FileSystem files;
  private final SparkSession session;
  private final List<ObjectNode> runs;
  private RunPlaces places;

  private SubModelFolder(
      InputErrors errors,
      Path folder,
      FileSystem files,
      SparkSession session,
      List<ObjectNode> runs) {
    this.session = session;
    this.runs = runs;
    this.errors = errors;
    this.folder = folder;
    this.files = files;
  }

  /**
   * @param runs estimators with all their values set, in the order of the runs
   * @throws org.disentangle.error.InvalidInputException if the folder has something in it and is
   *     not to be resumed, or it was begun with other Params
   */
  static SubModelFolder open(
      SelectionParams<?> stage, List<? extends Params> runs, SparkSession session) {
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
      SubModelFolder opened =
          new SubModelFolder(
              errors,
              folder,
              files,
              session,
              runs.stream().map(SubModelFolder::described).toList());
      opened.findPlaces();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private void findPlaces() throws IOException {
    Map<Integer, JsonNode> found = new TreeMap<>();
    if (files.exists(folder)) {
      for (FileStatus status : files.listStatus(folder)) {
        Matcher name = RUN.matcher(status.getPath().getName());
        if (name.matches()) {
          int number = Integer.parseInt(name.group(1));
          begunWith(number).ifPresent(training -> found.put(number, training));
        }
      }
    }
    try {
      places = RunPlaces.of(runs, found);
    } catch (RunPlaces.ForeignRun foreign) {
      throw errors.parameter(
          "subModelDir",
          String.format(
              Locale.ROOT,
              "%s, trained with %s",
              training(foreign.folder()),
              found.get(foreign.folder())),
          "a training with " + runs.get(foreign.run()),
          "Params, seed or grid have changed since: take another directory.");
    }
  }

  /** What a folder says that it is trained with, unless the run ended before it was written. */
  private Optional<JsonNode> begunWith(int number) throws IOException {
    Path training = training(number);
    if (!files.exists(training)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(training)) {
      return Optional.of(JSON.readTree(in)).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException e) {
      throw errors.file(
          training.toString(),
          "text that is not JSON",
          "what the run was begun with",
          "Delete it and the model beside it, to train that run again.",
          e);
    }
  }

  /** The model of a run, if it was finished. */
  Optional<DisentangledModel<?>> find(int run) {
    Path model = model(run);
    try {
      return places.begun().contains(run) && files.exists(new Path(model, "metadata/_SUCCESS"))
          ? Optional.of(DisentangledModel.load(session, model.toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  /** Says what a run is being trained with. */
  void begin(int run) {
    try (OutputStream out = files.create(training(places.numbers().get(run)), true)) {
      out.write(JSON.writeValueAsBytes(runs.get(run)));
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

  private Path training(int number) {
    return new Path(folder, String.format(Locale.ROOT, "run-%d/training.json", number));
  }

  private Path model(int run) {
    return new Path(folder, String.format(Locale.ROOT, "run-%d/model", places.numbers().get(run)));
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
