// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.checkpoint.CheckpointFormat.StateCodec;
import org.junit.jupiter.api.Test;

/** What is written of a state is read again, bit by bit. */
class StateCodecTest {

  @Test
  void statesAreTheSameAfterTheirWayThroughACheckpoint() throws IOException {
    TreeMap<String, NetworkState> small = new TreeMap<>();
    small.put("G", new NetworkState(new float[] {Float.MIN_VALUE, 1}, new float[] {-0f}, 5));
    requireSame(new TrainingState(7, small));
    requireSame(new ToyProcedure(-1, "", -1, "").initialState(3));
  }

  private static void requireSame(TrainingState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateCodec.write(state, new DataOutputStream(bytes));
    byte[] written = bytes.toByteArray();
    assertEquals(state, StateCodec.read(new DataInputStream(new ByteArrayInputStream(written))));
  }
}
