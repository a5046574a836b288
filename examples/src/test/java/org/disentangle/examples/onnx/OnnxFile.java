// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An ONNX file in ONNX Runtime, on one thread. ONNX Runtime 1.29 ends the JVM where the thread that
 * loads it has the usual stack of 1 MB, so a thread with more of it does that.
 */
public final class OnnxFile implements AutoCloseable {

  private static final long STACK_BYTES = 64L << 20;

  private final OrtSession session;

  /** Inputs of the next run by name. */
  private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();

  public OnnxFile(byte[] file) throws OrtException {
    load();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = OrtEnvironment.getEnvironment().createSession(file, options);
    }
  }

  private static void load() {
    Thread loader = new Thread(null, OrtEnvironment::getEnvironment, "onnxruntime", STACK_BYTES);
    loader.start();
    try {
      loader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the file says of its model. */
  public Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  /** Shapes of inputs and outputs by name; -1 is any length. */
  public Map<String, long[]> shapes() throws OrtException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    session
        .getInputInfo()
        .forEach((name, node) -> shapes.put(name, ((TensorInfo) node.getInfo()).getShape()));
    session
        .getOutputInfo()
        .forEach((name, node) -> shapes.put(name, ((TensorInfo) node.getInfo()).getShape()));
    return shapes;
  }

  OnnxFile with(String name, float[] values, long... shape) throws OrtException {
    inputs.put(
        name,
        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape));
    return this;
  }

  OnnxFile with(String name, long[] numbers) throws OrtException {
    inputs.put(
        name,
        OnnxTensor.createTensor(
            OrtEnvironment.getEnvironment(),
            LongBuffer.wrap(numbers),
            new long[] {numbers.length}));
    return this;
  }

  /** All outputs by name, those of whole numbers too as floats. */
  Map<String, float[]> run() throws OrtException {
    Map<String, float[]> outputs = new LinkedHashMap<>();
    try (OrtSession.Result result = session.run(inputs)) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        outputs.put(entry.getKey(), floats((OnnxTensor) entry.getValue()));
      }
    }
    inputs.values().forEach(OnnxTensor::close);
    inputs.clear();
    return outputs;
  }

  private static float[] floats(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer != null) {
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
    LongBuffer numbers = tensor.getLongBuffer();
    float[] values = new float[numbers.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i);
    }
    return values;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
