// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.TcDiscriminator;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.vae.VaeNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The total correlation beside InfoGAN-CR: its formula, its gradient, and nothing changed without
 * weight.
 */
class InfoGanTcStepTest {

  private static final int CODES = 3;
  private static final int ROWS = 8;
  private static final AdamSettings ADAM = AdamSettings.usual(1e-3);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static InfoGanTcProcedure infoGanCr(double gamma) {
    return new InfoGanTcProcedure(
        TinyNetworks.procedure(2), TinyVaeNetworks.networks(CODES).tcDiscriminator(), gamma, ADAM);
  }

  private static TrainingState trained(TrainingProcedure procedure, int steps) {
    return TinySystem.trained(procedure, procedure.initialState(4), steps);
  }

  @Test
  void aWeightOfZeroTrainsInfoGanCrAsItIs() {
    TrainingState off = trained(infoGanCr(0), 5);
    TrainingState base = trained(TinyNetworks.procedure(2), 5);
    base.networks().forEach((name, network) -> assertEquals(network, off.network(name), name));
    TrainingState on = trained(infoGanCr(3), 5);
    assertNotEquals(base.network("G"), on.network("G"));
    assertNotEquals(base.network("D"), on.network("D"));
    assertEquals(5, on.network("TC").updates());
  }

  @Test
  void trainingIsRepeatableAndResumable() {
    TrainingProcedure procedure = infoGanCr(3);
    TrainingState whole = trained(procedure, 4);
    assertEquals(whole, trained(procedure, 4));
    assertEquals(whole, TinySystem.trained(procedure, trained(procedure, 2), 2));
  }

  @Test
  void theCorrelationsGradientByTheCodesIsThatOfTheFormula() {
    InfoGanTcSession session = new InfoGanTcSession(infoGanCr(1), DataType.DOUBLE);
    TinyNetworks.enliven(session.extraNetwork().graph(), 3);
    Pass judged = session.extraNetwork().newPass();
    INDArray codes = TinyNetworks.uniform(DataType.DOUBLE, 6, -1, 1, ROWS, CODES);
    DoubleSupplier formula =
        () -> {
          judged.forward(codes, true);
          double[] l = values(judged.head(VaeNetworks.LOGITS));
          double sum = 0;
          for (int i = 0; i < l.length; i += 2) {
            sum += l[i] - l[i + 1];
          }
          return sum / ROWS;
        };
    TcDiscriminator tcDiscriminator = new TcDiscriminator(session.extraNetwork());
    Loss penalty = tcDiscriminator.penalty(codes, 2.5);
    assertEquals(formula.getAsDouble(), penalty.value(), 1e-12);
    double[] gradient = values(penalty.gradient());
    INDArray added = Nd4j.ones(DataType.DOUBLE, ROWS, CODES);
    new TcRegulariser(tcDiscriminator, 2.5).addTo(added, codes);
    assertArrayEquals(values(added.sub(1)), gradient, 1e-12);
    FiniteDifferences.require(codes, formula, 2.5, gradient);
    session.close();
  }

  private static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }
}
