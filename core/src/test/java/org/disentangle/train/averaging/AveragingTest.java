// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.junit.jupiter.api.Test;

class AveragingTest {

  private static final int LONG = 20_000;

  private static TrainingState state(float parameter, float updater, int updates) {
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put("G", new NetworkState(new float[] {parameter, 1}, new float[] {updater}, updates));
    return new TrainingState(7, networks);
  }

  @Test
  void addsInDouble() {
    TrainingState mean =
        Averaging.average(List.of(state(1e8f, 1, 3), state(1, 2, 3), state(-1e8f, 6, 3)));
    assertEquals(7, mean.iteration());
    assertArrayEquals(new float[] {1f / 3, 1}, mean.network("G").parameters());
    assertArrayEquals(new float[] {3}, mean.network("G").updaterState());
    assertEquals(3, mean.network("G").updates());
  }

  /** Long enough for its sums to be kept. */
  @Test
  void sumsOfAnEarlierMeanDoNotCount() {
    List<TrainingState> states = List.of(longState(1), longState(4), longState(-2));
    TrainingState first = Averaging.average(states);
    assertEquals(1, first.network("G").parameters()[LONG - 1]);
    assertEquals(first, Averaging.average(states));
    assertEquals(longState(2), Averaging.average(List.of(longState(3), longState(1))));
  }

  private static TrainingState longState(float value) {
    float[] parameters = new float[LONG];
    Arrays.fill(parameters, value);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put("G", new NetworkState(parameters, new float[0], 1));
    return new TrainingState(7, networks);
  }

  @Test
  void oneStateStaysAsItIs() {
    TrainingState only = state(0.1f, 0.2f, 1);
    assertSame(only, Averaging.average(List.of(only)));
  }

  @Test
  void refusesCopiesThatTookDifferentSteps() {
    assertThrows(
        IllegalStateException.class,
        () -> Averaging.average(List.of(state(1, 1, 3), state(1, 1, 4))));
  }

  @Test
  void statesAreTheSameAfterTheirWayBetweenWorkers() {
    for (TrainingState state :
        List.of(state(Float.MIN_VALUE, -0f, 5), new ToyProcedure(-1, "", -1, "").initialState(3))) {
      WorkerReport report = new Stepped(state.outline(), new double[] {0.5}, new long[] {2}, 7);
      StateOutline end = ((Stepped) WorkerReport.decode(report.encode())).end();
      assertEquals(state, end.with(state.arrays()));
    }
  }
}
