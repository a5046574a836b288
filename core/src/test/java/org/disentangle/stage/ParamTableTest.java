// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.toy.EveryKind;
import org.disentangle.testing.toy.FactorEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ParamTableTest {

  private final EveryKind stage = new EveryKind("kind_1");

  @Test
  void errorNamesStageParameterValueAndExpectation() {
    assertEquals(
        """
        kind_1: parameter batchSize: found 0; expected a whole number, at least 1.""",
        refused(() -> stage.setBatchSize(0)));
    assertEquals(
        """
        kind_1: parameter imageFormat: found 'PNG'; expected one of ['image', 'png', 'array', \
        'vector'].
        Case matters.""",
        refused(() -> stage.setImageFormat("PNG")));
    assertEquals("Did you mean 'vector'?", secondLine(() -> stage.setImageFormat("vektor")));
    assertEquals("Case matters.", secondLine(() -> stage.setImageFormat("gif")));
  }

  private static String secondLine(Executable call) {
    return refused(call).lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void everyWayInIsChecked() {
    refused(() -> stage.set(stage.batchSize(), -1));
    refused(() -> stage.set("batchSize", -1));
    refused(() -> stage.copy(ParamMap.empty().put(stage.batchSize(), -1)));
    refused(() -> new ParamGridBuilder().addGrid(stage.batchSize(), new int[] {1, -1}).build());
    refused(() -> stage.setDefault(stage.batchSize(), -1));
    refused(() -> stage.setImageCol(" "));
    refused(() -> stage.setImageCol(null));
    refused(() -> stage.setFactorCols());
    refused(() -> stage.setFactorCols("a", "a"));
    refused(() -> stage.setStepsPerPhase());
    FactorEncoder encoder = new FactorEncoder();
    for (double noise : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> encoder.setNoise(noise));
    }
    assertEquals(16, stage.getBatchSize());
    assertTrue(!stage.isSet(stage.batchSize()));
  }

  @Test
  void valueOfAnotherTypeIsRefused() {
    String message = refused(() -> stage.set("seed", 7));
    assertTrue(message.contains("(Long, not Integer)"), message);
    refused(() -> stage.set("imageCol", 7));
    refused(() -> stage.set("resume", null));
    assertTrue(refused(() -> stage.set("resume", "true")).contains("(Boolean, not String)"));
  }

  @Test
  void unsetParamWithoutDefaultIsRefusedWhenRead() {
    String message = refused(stage::getFactorCols);
    assertTrue(message.startsWith("kind_1: parameter factorCols: found no value"), message);
  }

  @Test
  void defaultsAreThereBeforeAnyAccessorIsCalled() {
    assertEquals(stage.extractParamMap().size(), new EveryKind().extractParamMap().size());
    assertTrue(new EveryKind().extractParamMap().size() > 5);
  }

  @Test
  void docSaysWhatIsAllowed() {
    assertEquals("images per mini-batch (a whole number, at least 1)", stage.batchSize().doc());
  }

  @Test
  void seedHasOneDefaultForAllStages() {
    assertEquals(42, stage.getSeed());
    assertEquals(42, new FactorEncoder().getSeed());
  }

  @Test
  void arraysAreCopiedInAndOut() {
    String[] columns = {"a", "b"};
    stage.setFactorCols(columns);
    columns[0] = "x";
    stage.getFactorCols()[1] = "y";
    assertEquals(List.of("a", "b"), List.of(stage.getFactorCols()));
  }

  @Test
  void manyThreadsSeeOneSetOfParams() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 50; round++) {
        EveryKind fresh = new EveryKind();
        List<Callable<Param<?>>> reads =
            IntStream.range(0, 16)
                .<Callable<Param<?>>>mapToObj(
                    i ->
                        () -> {
                          assertEquals(42, fresh.copy(ParamMap.empty()).getSeed());
                          return i % 2 == 0 ? fresh.getParam("seed") : fresh.seed();
                        })
                .toList();
        Set<Integer> seen =
            threads.invokeAll(reads).stream()
                .map(
                    read -> {
                      try {
                        return System.identityHashCode(read.get());
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    })
                .collect(Collectors.toSet());
        assertEquals(1, seen.size());
      }
    } finally {
      threads.shutdownNow();
    }
    assertSame(stage.seed(), stage.seed());
  }

  private static String refused(Executable action) {
    String message = assertThrows(InvalidInputException.class, action).getMessage();
    return message;
  }
}
