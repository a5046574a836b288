// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.disentangle.latent.Seeds;
import org.disentangle.net.LossValues;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;

/**
 * Two small nonlinear "networks" that pull at each other, the pixels and the noise; at a switch G
 * is made anew and the loss "CR" becomes active.
 *
 * @param switchAt iteration of the switch, -1 for none
 * @param poison what becomes NaN at {@code troubleAt}: "loss", "parameter", "inactive"; "failure"
 *     makes the step throw, "collapse" the loss of D tiny from there on, "fall" that of G once and
 *     that of D infinite
 * @param troubleAt iteration of the poison or of the end of the JVM
 * @param once file that the first step at {@code troubleAt} creates before it ends its JVM, or
 *     throws if the poison is "once", or, if it is "hold", writes its process to and waits to be
 *     ended; empty for none
 */
public record ToyProcedure(long switchAt, String poison, long troubleAt, String once)
    implements TrainingProcedure {

  public static final int PIXELS = 12;
  public static final int BATCH = 4;
  private static final double COLLAPSED = -1e6;
  public static final AtomicInteger OPENED = new AtomicInteger();
  public static final AtomicInteger CLOSED = new AtomicInteger();

  public static ToyProcedure withSwitchAt(long iteration) {
    return new ToyProcedure(iteration, "", -1, "");
  }

  @Override
  public int pixelsPerImage() {
    return PIXELS;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public List<String> lossNames() {
    return List.of("D", "G", "CR");
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return !lossName.equals("CR") || (switchAt >= 0 && iteration >= switchAt);
  }

  @Override
  public Map<String, Double> collapseBounds() {
    return Map.of("D", COLLAPSED);
  }

  @Override
  public Map<String, Double> collapseFloors() {
    return Map.of("G", COLLAPSED);
  }

  @Override
  public String collapseAdvice() {
    return "Catch G.";
  }

  @Override
  public TrainingState initialState(long seed) {
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put("D", fresh(70_001, Seeds.mix(seed, 1)));
    networks.put("G", fresh(33, Seeds.mix(seed, 2)));
    return new TrainingState(0, networks);
  }

  @Override
  public long nextSwitch(long iteration) {
    return iteration < switchAt ? switchAt : Long.MAX_VALUE;
  }

  @Override
  public TrainingState applySwitch(TrainingState state, long seed) {
    if (state.iteration() != switchAt) {
      return state;
    }
    TreeMap<String, NetworkState> networks = new TreeMap<>(state.networks());
    networks.put("G", fresh(33, Seeds.mix(seed, 3)));
    return new TrainingState(state.iteration(), networks);
  }

  @Override
  public WorkerSession open(Precision precision) {
    OPENED.incrementAndGet();
    return new Session(this);
  }

  private static NetworkState fresh(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] parameters = new float[size];
    for (int i = 0; i < size; i++) {
      parameters[i] = (float) (random.nextDouble() - 0.5);
    }
    return new NetworkState(parameters, new float[size], 0);
  }

  private static final class Session implements WorkerSession {
    private final ToyProcedure procedure;
    private final LossValues losses;
    private TrainingState state;
    private long iteration;

    private Session(ToyProcedure procedure) {
      this.procedure = procedure;
      losses = new LossValues(procedure.lossNames());
    }

    @Override
    public void load(TrainingState loaded) {
      state = loaded;
      iteration = loaded.iteration();
    }

    @Override
    public LossValues step(float[] pixels, long seed) {
      if (iteration == procedure.troubleAt()
          && !procedure.once().isEmpty()
          && isFirst(Path.of(procedure.once()))) {
        switch (procedure.poison()) {
          case "" -> Runtime.getRuntime().halt(3);
          case "hold" -> Hold.here(Path.of(procedure.once()));
          default -> {}
        }
        throw new IllegalStateException("the step failed once");
      }
      SplittableRandom random = new SplittableRandom(seed);
      TreeMap<String, NetworkState> networks = new TreeMap<>(state.networks());
      float pull = state.network("G").parameters()[0];
      networks.put("D", moved(state.network("D"), pixels, pull, random));
      networks.put("G", moved(state.network("G"), pixels, -pull, random));
      double d = networks.get("D").parameters()[1];
      double g = networks.get("G").parameters()[1];
      double cr = procedure.isActive("CR", iteration) ? d * g : 0;
      if (iteration == procedure.troubleAt()) {
        switch (procedure.poison()) {
          case "loss" -> d = Double.NaN;
          case "fall" -> {
            d = Double.POSITIVE_INFINITY;
            g = 2 * COLLAPSED;
          }
          case "inactive" -> cr = Double.NaN;
          case "failure" -> throw new IllegalStateException("the step failed");
          case "parameter" -> networks.get("G").updaterState()[5] = Float.POSITIVE_INFINITY;
          default -> {}
        }
      }
      if (procedure.poison().equals("collapse") && iteration >= procedure.troubleAt()) {
        d = 2 * COLLAPSED;
      }
      iteration++;
      state = new TrainingState(iteration, networks);
      return losses.put("D", d).put("G", g).put("CR", cr);
    }

    private static NetworkState moved(
        NetworkState network, float[] pixels, float pull, SplittableRandom random) {
      float[] parameters = network.parameters().clone();
      float[] momentum = network.updaterState().clone();
      for (int i = 0; i < parameters.length; i++) {
        float gradient =
            (float) Math.tanh(parameters[i] + pixels[i % pixels.length] - random.nextDouble())
                + pull;
        momentum[i] = 0.9f * momentum[i] + 0.1f * gradient;
        parameters[i] -= 0.05f * momentum[i] / (1 + network.updates());
      }
      return new NetworkState(parameters, momentum, network.updates() + 1);
    }

    private static boolean isFirst(Path marker) {
      try {
        Files.createFile(marker);
        return true;
      } catch (FileAlreadyExistsException notFirst) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public TrainingState save() {
      return state;
    }

    @Override
    public long nativeBytes() {
      return 0;
    }

    @Override
    public void close() {
      CLOSED.incrementAndGet();
    }
  }
}
