// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Locale;
import java.util.OptionalInt;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.IdlePool;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;

/**
 * One training after the other, each with a model that generates, in a JVM of its own: prints the
 * megabytes that the process holds after each.
 */
public final class SessionAfterSession {

  private SessionAfterSession() {}

  private record Model(InfoGanProcedure procedure, NetworkState weights) {
    Generator open() {
      return new Generator(procedure.networks(), procedure.latent(), weights, 64);
    }
  }

  public static void main(String[] arguments) {
    IdlePool<InfoGanProcedure, WorkerSession> sessions =
        new IdlePool<>(procedure -> procedure.open(Precision.FLOAT32));
    IdlePool<Model, Generator> generators = new IdlePool<>(Model::open);
    InfoGanCrPreset preset = Presets.of(InfoGanCrPreset.class, arguments[0]);
    for (int fit = 1; fit <= Integer.parseInt(arguments[1]); fit++) {
      InfoGanProcedure procedure = procedure(preset, fit / 100.0);
      TrainingState state = procedure.initialState(fit);
      for (int round = 0; round < 2; round++) {
        WorkerSession session = sessions.take(procedure, OptionalInt.empty());
        session.load(state);
        session.step(new float[procedure.batchSize() * procedure.pixelsPerImage()], round);
        state = session.save();
        sessions.giveBack(procedure, OptionalInt.empty(), session);
      }
      sessions.close(procedure);
      Model model = new Model(procedure, state.network(InfoGanProcedure.G));
      Generator generator = generators.take(model, OptionalInt.empty());
      generator.generate(64);
      generators.giveBack(model, OptionalInt.empty(), generator);
      System.out.println(String.format(Locale.ROOT, "%d", NativeMemory.processBytes() >> 20));
    }
  }

  private static InfoGanProcedure procedure(InfoGanCrPreset preset, double lambda) {
    LatentSpace latent = new LatentSpace(preset.sizes().numCodes(), preset.sizes().noiseDim());
    AdamSettings adam = AdamSettings.adversarial(1e-4);
    return new InfoGanProcedure(
        preset.networks(latent),
        latent,
        8,
        lambda,
        ContrastSchedule.published(1, 0, 0, Long.MAX_VALUE, 0),
        InfoGanOptimisers.all(adam));
  }
}
