// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageFiles;
import org.disentangle.train.History;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The plain files that saved models are made of: networks as DL4J models ({@code NAME.zip}, which
 * any program with DL4J and this library's layers can load), text, and the rounds of the training
 * as Parquet.
 */
record NetworkFiles(StageFiles files, InputErrors errors) {

  private static final String EXPECTED = "a file of a model saved by this library";
  private static final String HISTORY = "history";

  /** Exceptions inside each other that are looked at. */
  private static final int DEEPEST = 20;

  /** In place of that table, in models that are read where nothing but the driver sees the file. */
  static final String HISTORY_JSON = "history.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Advice where files of one model do not fit together. */
  static final String OF_ANOTHER =
      "The files of a model belong together: copy its whole folder again.";

  private static final String ADVICE =
      "The folder was copied or written only in part, or is being replaced at this moment.";

  NetworkFiles(StageFiles files, String uid) {
    this(files, new InputErrors(uid));
  }

  /** What a file is turned into. */
  interface Reading<V> {
    V from(InputStream in) throws Exception;
  }

  static void text(StageFiles files, String name, String text) throws IOException {
    try (OutputStream out = files.create(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes the rounds of a training. */
  static void write(StageFiles files, History history) {
    history.toDataFrame(files.session()).write().parquet(files.path(HISTORY));
  }

  /** Writes a network with its optimiser state. */
  static void write(StageFiles files, String name, Architecture architecture, NetworkState state)
      throws IOException {
    try (Network network = network(architecture)) {
      network.load(state);
      write(files, name, network.graph(), true);
    }
  }

  /** Writes a classifier, whose output is the class probabilities, without optimiser state. */
  static void write(StageFiles files, String name, ClassifierNetwork network, NetworkState state)
      throws IOException {
    ComputationGraph graph = GraphBuilder.build(network, DataType.FLOAT, 0, new NoOp());
    graph.setParams(Nd4j.createFromArray(state.parameters()).reshape(graph.params().shape()));
    graph.getConfiguration().setIterationCount(state.updates());
    write(files, name, graph, false);
    NativeMemory.free(graph);
  }

  private static void write(
      StageFiles files, String name, ComputationGraph graph, boolean withOptimizer)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(graph, bytes, withOptimizer);
    try (OutputStream out = files.create(zip(name))) {
      new TimelessZip(bytes.toByteArray()).write(out);
    }
  }

  /**
   * @throws InvalidInputException if the file is missing, damaged or of another architecture
   */
  NetworkState state(String name, Architecture architecture) {
    try (Network network = network(architecture)) {
      return numbers(name, stored(network.graph(), true));
    }
  }

  /**
   * @throws InvalidInputException if the file is missing, damaged or of another architecture
   */
  NetworkState state(String name, ClassifierNetwork network) {
    ComputationGraph graph = GraphBuilder.build(network, DataType.FLOAT, 0, new NoOp());
    NetworkState state = numbers(name, stored(graph, false));
    NativeMemory.free(graph);
    return state;
  }

  /**
   * The rounds of the training.
   *
   * @throws InvalidInputException if they are missing or damaged
   */
  History history() {
    try {
      if (!files.has(HISTORY_JSON) && !files.has(HISTORY)) {
        throw missing(HISTORY, null);
      }
      return files.has(HISTORY_JSON)
          ? reading(HISTORY_JSON, in -> JSON.readValue(in, History.class))
          : History.fromDataFrame(files.parquet(HISTORY));
    } catch (InvalidInputException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      String found = "something unreadable (" + described(innermost(e)) + ")";
      throw errors.file(files.path(HISTORY), found, EXPECTED, ADVICE, e);
    }
  }

  /**
   * @throws InvalidInputException if the file is missing or cannot be turned into this
   */
  <V> V reading(String name, Reading<V> reading) {
    try (InputStream in = files.open(name)) {
      return reading.from(in);
    } catch (FileNotFoundException e) {
      throw missing(name, e);
    } catch (Exception e) {
      throw damaged(name, e);
    }
  }

  /** A zip that is whole, and of something else, has its own advice. */
  private NetworkState numbers(String name, NetworkZip stored) {
    try {
      return reading(zip(name), stored::read);
    } catch (InvalidInputException e) {
      throw e.getCause() instanceof IllegalArgumentException foreign
          ? errors.file(files.path(zip(name)), described(foreign), EXPECTED, OF_ANOTHER, foreign)
          : e;
    }
  }

  InvalidInputException damaged(String name, Exception e) {
    String found = "something unreadable (" + described(e) + ")";
    return errors.file(files.path(name), found, EXPECTED, ADVICE, e);
  }

  private InvalidInputException missing(String name, Exception e) {
    return errors.file(files.path(name), "nothing", EXPECTED, ADVICE, e);
  }

  /** What a Spark job failed of, which the message of the job leaves out. */
  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The first line of its message, without the name of its class. */
  private static String described(Throwable e) {
    return Objects.toString(e.getMessage(), e.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }

  private static NetworkZip stored(ComputationGraph graph, boolean withOptimizer) {
    return new NetworkZip(
        Math.toIntExact(graph.numParams()),
        withOptimizer ? Math.toIntExact(graph.getUpdater(true).getStateViewArray().length()) : 0,
        graph.getConfiguration().toJson());
  }

  private static String zip(String name) {
    return name + ".zip";
  }

  private static Network network(Architecture architecture) {
    return Network.forInference(architecture);
  }
}
