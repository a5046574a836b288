// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.disentangle.net.LossValues;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;

/**
 * A network whose steps cost next to nothing, so that hundreds of logical workers train on a few
 * cores: a linear autoencoder of images of 8 x 8 pixels with 16 codes, trained by Oja's subspace
 * rule (Oja 1989, equation 13), and a moment of each weight.
 *
 * @param batchSize images per mini-batch
 */
record TinyProcedure(int batchSize) implements TrainingProcedure {

  static final int PIXELS = 64;
  private static final int CODES = 16;
  private static final String NETWORK = "W";
  private static final String LOSS = "reconstruction";

  @Override
  public int pixelsPerImage() {
    return PIXELS;
  }

  @Override
  public List<String> lossNames() {
    return List.of(LOSS);
  }

  @Override
  public TrainingState initialState(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] weights = new float[CODES * PIXELS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.1 * random.nextGaussian());
    }
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put(NETWORK, new NetworkState(weights, new float[weights.length], 0));
    return new TrainingState(0, networks);
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new Session(batchSize);
  }

  private static final class Session implements WorkerSession {
    private static final float RATE = 1e-3f;
    private static final float KEPT = 0.9f;

    private final int batchSize;
    private final LossValues losses = new LossValues(List.of(LOSS));
    private final float[] weights = new float[CODES * PIXELS];
    private final float[] moments = new float[CODES * PIXELS];
    private long iteration;
    private int updates;

    private Session(int batchSize) {
      this.batchSize = batchSize;
    }

    @Override
    public void load(TrainingState state) {
      NetworkState network = state.network(NETWORK);
      System.arraycopy(network.parameters(), 0, weights, 0, weights.length);
      System.arraycopy(network.updaterState(), 0, moments, 0, moments.length);
      iteration = state.iteration();
      updates = network.updates();
    }

    @Override
    public LossValues step(float[] pixels, long seed) {
      float[] codes = new float[CODES];
      float[] rest = new float[PIXELS];
      double loss = 0;
      for (int image = 0; image < batchSize; image++) {
        loss += step(pixels, image * PIXELS, codes, rest);
      }
      iteration++;
      updates++;
      return losses.put(LOSS, loss / batchSize);
    }

    /** One image: what of it the codes do not explain draws the weights of each code. */
    private double step(float[] pixels, int from, float[] codes, float[] rest) {
      System.arraycopy(pixels, from, rest, 0, PIXELS);
      for (int code = 0; code < CODES; code++) {
        float sum = 0;
        for (int i = 0; i < PIXELS; i++) {
          sum += weights[code * PIXELS + i] * pixels[from + i];
        }
        codes[code] = sum;
      }
      for (int at = 0; at < weights.length; at++) {
        rest[at % PIXELS] -= codes[at / PIXELS] * weights[at];
      }
      double loss = 0;
      for (float value : rest) {
        loss += value * value;
      }
      for (int at = 0; at < weights.length; at++) {
        moments[at] = KEPT * moments[at] + (1 - KEPT) * codes[at / PIXELS] * rest[at % PIXELS];
        weights[at] += RATE * moments[at];
      }
      return loss;
    }

    @Override
    public TrainingState save() {
      TreeMap<String, NetworkState> networks = new TreeMap<>();
      networks.put(NETWORK, new NetworkState(weights.clone(), moments.clone(), updates));
      return new TrainingState(iteration, networks);
    }

    @Override
    public long nativeBytes() {
      return 0;
    }

    @Override
    public void close() {
      // holds nothing outside the heap
    }
  }
}
