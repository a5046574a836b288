// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a processor computes for every {@link LayerTrial}: recorded once, and part of the jar,
 * because a JVM has the arrays of one device only. A test holds it against the processor it runs
 * on.
 */
public final class ProcessorReference {

  /** Rows of the recorded batches. */
  public static final int ROWS = 6;

  private static final String RESOURCE = "processor-layers.bin";

  private final Map<String, float[]> values;

  private ProcessorReference(Map<String, float[]> values) {
    this.values = values;
  }

  /** The recorded values. */
  public static ProcessorReference load() {
    try (InputStream file = ProcessorReference.class.getResourceAsStream(RESOURCE);
        DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
      Map<String, float[]> values = new LinkedHashMap<>();
      for (int layers = in.readInt(); layers > 0; layers--) {
        String name = in.readUTF();
        float[] layer = new float[in.readInt()];
        for (int i = 0; i < layer.length; i++) {
          layer[i] = in.readFloat();
        }
        values.put(name, layer);
      }
      return new ProcessorReference(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records what this machine computes. */
  public static void record(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(LayerTrial.all().size());
    for (LayerTrial trial : LayerTrial.all()) {
      float[] layer = trial.run(ROWS, 1).values();
      out.writeUTF(trial.spec().name());
      out.writeInt(layer.length);
      for (float value : layer) {
        out.writeFloat(value);
      }
    }
    out.flush();
  }

  /** The output, the gradient of the input and that of the parameters of one layer. */
  public float[] of(LayerTrial trial) {
    return values.get(trial.spec().name()).clone();
  }
}
