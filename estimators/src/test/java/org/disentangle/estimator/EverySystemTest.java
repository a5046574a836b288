// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.procedure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.EverySystem;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every system's Estimator promises: the same bits, resumed too, and that its Params count.
 */
@Tag("train")
class EverySystemTest {

  /** Params of a run and of the model, which no step of a training sees. */
  private static final Pattern OF_NO_STEP =
      Pattern.compile(
          ".*Col|maxIter|numWorkers|averagingFrequency|seed|resume|checkpoint.*|collapsePatience"
              + "|evaluat.*|keepBest|initial(Model|Optimiser)|valueRange|imageFormat|append.*|encoding"
              + "|precision");

  /** Networks as JSON, and what needs a saved model: no value can be made up from another. */
  private static final Set<String> NO_OTHER_VALUE = Set.of("architecture", "frozenSpecified");

  private static final Pattern CHOICES = Pattern.compile("\\(one of \\[(.*)\\]\\)");
  private static final Pattern CHOICE = Pattern.compile("([\\w-]+)");

  private static final Map<String, Object> KEEPING_BEST =
      Map.of(
          "evaluators",
          new Evaluator[] {new Brightness()},
          "evaluationInterval",
          1,
          "keepBest",
          true);

  private static final Map<String, SavedRun> WHOLE = new HashMap<>();
  private static final Map<String, SavedRun> HALF = new HashMap<>();
  private static final Map<String, TrainedModel> WATCHED = new HashMap<>();

  @TempDir static Path shared;
  @TempDir Path folder;

  /** What tests of one system share: a model, and the folder with the checkpoints on the way. */
  private record SavedRun(TrainedModel model, String checkpoints) {}

  /** Four iterations in two rounds. */
  static List<Estimator<?>> systems() {
    Map<String, Object> rounds = Map.of("maxIter", 4L, "averagingFrequency", 2);
    return EverySystem.quick().stream()
        .<Estimator<?>>map(system -> EverySystem.with(system, rounds))
        .toList();
  }

  /** Squares (label 0) and hearts (1). */
  private static Dataset<Row> labelled() {
    return TinyTraining.sprites()
        .withColumn("label", functions.expr("cast(factor_shape / 2 as int)"));
  }

  private static TrainingState state(Estimator<?> system, Dataset<Row> data) {
    return state(((TrainsInRounds<?>) system).fit(data));
  }

  private static TrainingState state(TrainedModel model) {
    return model instanceof DisentangledModel<?> coded
        ? coded.data().state()
        : ((StyleContentModel) model).data().state();
  }

  private static TrainedModel fit(Estimator<?> system) {
    return ((TrainsInRounds<?>) system).fit(labelled());
  }

  /** What one of {@link #systems} trains; once each, with checkpoints after every round. */
  private static SavedRun whole(Estimator<?> system) {
    return WHOLE.computeIfAbsent(
        system.getClass().getName(), name -> saved(system, "whole" + name));
  }

  /** The same, stopped after two iterations. */
  private static SavedRun half(Estimator<?> system) {
    return HALF.computeIfAbsent(
        system.getClass().getName(), name -> saved(stopping(system), "half" + name));
  }

  private static SavedRun saved(Estimator<?> system, String name) {
    String checkpoints = shared.resolve(name).toString();
    return new SavedRun(
        fit(
            with(
                system,
                Map.of(
                    "checkpointDir",
                    checkpoints,
                    "checkpointInterval",
                    2,
                    "checkpointsKept",
                    0,
                    "imageFormat",
                    "png"))),
        checkpoints);
  }

  /** The same, watched, with the best model as the result. */
  private static TrainedModel watched(Estimator<?> system) {
    return WATCHED.computeIfAbsent(
        system.getClass().getName(), name -> fit(with(system, KEEPING_BEST)));
  }

  private static Estimator<?> stopping(Estimator<?> system) {
    Estimator<?> stopping = with(system, Map.of());
    ((TrainsInRounds<?>) stopping)
        .addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
    return stopping;
  }

  private static Estimator<?> with(Estimator<?> system, Map<String, Object> values) {
    return EverySystem.with(system.copy(ParamMap.empty()), values);
  }

  @Test
  void systemsAreFound() {
    assertTrue(systems().size() >= 8, () -> systems().toString());
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theModelDependsOnTheDataAndNotOnTheirOrderOrPartitions(Estimator<?> system) {
    Dataset<Row> data = labelled().cache();
    Estimator<?> two = with(system, Map.of("numWorkers", 2));
    TrainingState state = state(two, data.coalesce(1));
    Dataset<Row> other = data.sort(functions.desc("value_posX")).repartition(5);
    assertEquals(state, state(two, other));
    assertNotEquals(state, state(with(two, Map.of("seed", 43L)), data));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void anInterruptedTrainingIsResumedBitByBit(Estimator<?> system) {
    SavedRun half = half(system);
    assertEquals(2, state(half.model()).iteration());
    Map<String, Object> resuming =
        Map.of("checkpointDir", half.checkpoints(), "checkpointInterval", 2, "resume", true);
    assertEquals(state(whole(system).model()), state(with(system, resuming), labelled()));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void watchingChangesNoBitAndGivesEqualCurves(Estimator<?> system) {
    List<Map<String, Double>> curve = curve(watched(system));
    assertEquals(2, curve.size());
    assertTrue(curve.get(0).get("Brightness") > 0, () -> curve.toString());
    Map<String, Object> watching =
        Map.of("evaluators", new Evaluator[] {new Brightness()}, "evaluationInterval", 2);
    Dataset<Row> other = labelled().sort(functions.desc("value_posX")).repartition(3);
    TrainedModel model = ((TrainsInRounds<?>) with(system, watching)).fit(other);
    assertEquals(curve, curve(model));
    assertEquals(state(whole(system).model()), state(model));
  }

  private static List<Map<String, Double>> curve(TrainedModel model) {
    return model.summary().scored().stream().map(RoundRecord::metrics).toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aResumedTrainingHasTheSameCurveAndTheSameBestModel(Estimator<?> system) {
    TrainedModel whole = watched(system);
    Map<String, Object> checkpoints =
        Map.of("checkpointDir", folder.toString(), "checkpointInterval", 2);
    Estimator<?> watching = with(with(system, KEEPING_BEST), checkpoints);
    fit(stopping(watching));
    TrainedModel resumed = fit(with(watching, Map.of("resume", true)));
    assertEquals(curve(whole), curve(resumed));
    assertEquals(state(whole), state(resumed));
  }

  /** As {@code fit} would have returned it there. */
  @ParameterizedTest
  @MethodSource("systems")
  void everyCheckpointIsAModel(Estimator<?> system) {
    SavedRun whole = whole(system);
    TrainedModel model = whole.model();
    SavedTraining training = new SavedTraining(SharedSpark.session(), whole.checkpoints());
    assertEquals(List.of(2L, 4L), training.checkpoints().stream().map(Entry::iteration).toList());
    TrainedModel last = training.newest(model.getClass());
    assertEquals(state(model), state(last));
    assertEquals(model.summary(), last.summary());
    assertEquals(model.trainedWith(), last.trainedWith());
    assertEquals(((Params) model).uid(), ((Params) last).uid());
    assertEquals("png", ((Params) last).getOrDefault(((Params) last).getParam("imageFormat")));
    assertEquals(state(half(system).model()), state(training.model(2, TrainedModel.class)));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aTrainingStartsFromTheWeightsOfAModel(Estimator<?> system) throws IOException {
    String saved = folder.resolve("model").toString();
    TrainedModel model = whole(system).model();
    model.write().save(saved);
    TrainingState warm = state(with(system, Map.of("initialModel", saved)), labelled());
    assertEquals(4, warm.iteration());
    assertNotEquals(state(model), warm);
    Map<String, Object> ofCheckpoint = Map.of("initialModel", whole(system).checkpoints());
    assertEquals(warm, state(with(system, ofCheckpoint), labelled()));
    Map<String, Object> optimiser = Map.of("initialModel", saved, "initialOptimiser", true);
    assertNotEquals(warm, state(with(system, optimiser), labelled()));
    Map<String, Object> larger = Map.of("initialModel", saved, "numCodes", 3, "specifiedDim", 3);
    String refusal =
        assertThrows(InvalidInputException.class, () -> state(with(system, larger), labelled()))
            .getMessage();
    assertTrue(refusal.contains(": parameter initialModel: found "), refusal);
    assertTrue(refusal.contains("network "), refusal);
    assertTrue(refusal.contains(" inputs and "), refusal);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void anUntrainedSystemHasTheWeightsThatTrainingBeginsWith(Estimator<?> system) {
    TrainsInRounds<?> estimator = (TrainsInRounds<?>) with(system, Map.of("seed", 43L));
    UntrainedSystem untrained = estimator.untrained(1000, 2);
    TrainedModel model = untrained.model().get();
    TrainingState state = state(model);
    TrainingState initial = untrained.procedure().initialState(43);
    assertTrue(state.networks().size() > 1, () -> state.networks().keySet().toString());
    assertEquals(initial.only(state.networks().keySet()), state);
    assertEquals(List.of(), model.summary().rounds());
  }

  static List<Estimator<?>> estimators() {
    return EverySystem.estimators();
  }

  /** Some only if another Param has another value, such as a penalty of one of several losses. */
  @ParameterizedTest
  @MethodSource("estimators")
  void everyParamOfATrainingReachesIt(Estimator<?> system) {
    List<String> unused = new ArrayList<>();
    List<Variant> variants = variants(system);
    Variant usual = Variant.of(system);
    for (Param<?> param : system.params()) {
      boolean counts =
          OF_NO_STEP.matcher(param.name()).matches()
              || NO_OTHER_VALUE.contains(param.name())
              || matters(usual, param.name())
              || variants.stream().anyMatch(other -> matters(other, param.name()));
      if (!counts) {
        unused.add(param.name());
      }
    }
    assertEquals(List.of(), unused);
  }

  /** An estimator and what it trains, which takes longer to make than to compare. */
  private record Variant(Estimator<?> system, TrainingProcedure trained) {

    static Variant of(Estimator<?> system) {
      return new Variant(system, procedure(system));
    }
  }

  /**
   * The estimator with one Param changed, for each of them; choices first, as others go by them.
   */
  private static List<Variant> variants(Estimator<?> system) {
    return Arrays.stream(system.params())
        .sorted(Comparator.comparing(param -> system.getOrDefault(param) instanceof Number))
        .flatMap(param -> changed(system, param.name()))
        .toList();
  }

  /** The estimator with another value of one Param, for each that is not refused. */
  private static Stream<Variant> changed(Estimator<?> system, String name) {
    return otherValues(system, system.getParam(name)).stream()
        .flatMap(
            value -> {
              try {
                return Stream.of(Variant.of(with(system, Map.of(name, value))));
              } catch (InvalidInputException refused) {
                return Stream.empty();
              }
            });
  }

  /** Whether what is trained differs for another value of a Param. */
  private static boolean matters(Variant usual, String name) {
    return changed(usual.system(), name)
        .anyMatch(other -> !usual.trained().equals(other.trained()));
  }

  /** Of the same type; some of them may be refused. */
  private static List<Object> otherValues(Params stage, Param<?> param) {
    Object value = stage.getOrDefault(param);
    if (value instanceof Double number) {
      return List.of(number / 2, number + 0.5);
    }
    if (value instanceof Integer number) {
      return List.of(number + 1, number - 1);
    }
    if (value instanceof Long number) {
      return List.of(number / 2, number + 1);
    }
    if (value instanceof Boolean on) {
      return List.of(!on);
    }
    if (value instanceof int[]) {
      return List.of(new int[] {2});
    }
    return CHOICES
        .matcher(param.doc())
        .results()
        .flatMap(list -> CHOICE.matcher(list.group(1)).results())
        .map((MatchResult word) -> word.group(1))
        .filter(word -> !word.equals(value))
        .<Object>map(word -> word)
        .toList();
  }
}
