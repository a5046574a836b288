package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training gives the same bits however many threads the native libraries are told to use. */
@Tag("cluster")
class ThreadCountTest {

  private static final int BATCH = 8;
  private static final LatentSpace LATENT = new LatentSpace(3, 2);
  private static final AdamSettings ADAM = AdamSettings.adversarial(2e-3);

  @TempDir Path folder;

  /** The child JVM: prints a hash of the trained state of either engine. */
  public static void main(String[] arguments) {
    for (String engine : new String[] {"auto", "nd4j"}) {
      System.setProperty(Engine.PROPERTY, engine);
      for (TrainingProcedure procedure : List.of(infoGanCr(), oogan(), ibGan())) {
        System.out.println("state " + engine + " " + trained(procedure).networks().hashCode());
      }
    }
  }

  private static TrainingProcedure infoGanCr() {
    InfoGanCrNetworks networks = InfoGanCrPreset.SMALL32.networks(LATENT);
    return new InfoGanProcedure(
        networks,
        LATENT,
        BATCH,
        0.2,
        ContrastSchedule.published(1, 0, 0, 9, 0),
        InfoGanOptimisers.all(ADAM));
  }

  private static TrainingProcedure oogan() {
    OoganNetworks networks =
        OoganNetworks.small32(LATENT, 1, 8, new OoganNetworks.Parts(true, true, true));
    return new OoganProcedure(networks, LATENT, BATCH, 1, 1, 1, true, true, 9, ADAM, ADAM, ADAM);
  }

  private static TrainingProcedure ibGan() {
    return new IbGanProcedure(IbGanNetworks.small32(3, 4, 1), BATCH, 0.1, 9, ADAM, ADAM);
  }

  private static TrainingState trained(TrainingProcedure procedure) {
    try (WorkerSession session = procedure.open()) {
      session.load(procedure.initialState(1));
      for (int i = 0; i < 3; i++) {
        session.step(TinyNetworks.pixels(i, BATCH * 32 * 32), i);
      }
      return session.save();
    }
  }

  @Test
  void sameBitsOnOneThreadAndOnMany() throws Exception {
    List<String> one = child("1");
    assertEquals(6, one.size(), one::toString);
    assertEquals(one, child("2"));
    assertEquals(one, child("7"));
  }

  private List<String> child(String threads) throws Exception {
    ProcessBuilder child = ChildJvm.of(ThreadCountTest.class, "1g");
    child.environment().remove("OPENBLAS_NUM_THREADS");
    child.environment().putAll(Map.of("OMP_NUM_THREADS", threads, "SD_MAX_THREADS", threads));
    Path log = folder.resolve("log" + threads);
    assertEquals(0, ChildJvm.start(child, log).waitFor(), () -> "see " + log);
    return Files.readAllLines(log).stream().filter(line -> line.startsWith("state")).toList();
  }
}
