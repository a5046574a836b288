// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.TinyOoganNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganSession.OoganDraws;
import org.disentangle.net.procedure.CodeSampling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Losses and gradients of OOGAN's steps against plain loops and finite differences, in doubles. */
@Tag("train")
class OoganStepTest {

  /** At this rate weights stay as they are. ND4J takes a rate of 0 for Adam's epsilon. */
  private static final double STANDSTILL = 1e-30;

  private final float[] pixels = TinyNetworks.pixels(1, ROWS * 32 * 32);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  static List<Parts> everything() {
    List<Parts> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(new Parts((i & 1) > 0, (i & 2) > 0, (i & 4) > 0));
    }
    return parts;
  }

  /** At an iteration, with weights that matter and converged spectral norms. */
  private static OoganSession session(OoganProcedure oogan, long iteration) {
    OoganSession session = new OoganSession(oogan, DataType.DOUBLE);
    session.load(new TrainingState(iteration, oogan.initialState(1).networks()));
    for (String name : oogan.initialState(1).networks().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
      TinyNetworks.converge(session.network(name));
    }
    return session;
  }

  private static OoganDraws draws(OoganProcedure oogan, long iteration) {
    return OoganDraws.of(oogan, iteration, new SplittableRandom(7));
  }

  /** Every loss is one of the weights the iteration starts from. */
  @ParameterizedTest
  @MethodSource("everything")
  void lossesOfAnIterationAreThoseOfTheFormulas(Parts parts) {
    OoganProcedure oogan = TinyOoganNetworks.procedure(parts, STANDSTILL);
    for (long iteration : new long[] {4, 5, 6, 9}) {
      OoganSession session = session(oogan, iteration);
      OoganDraws draws = draws(oogan, iteration);
      OoganFormulas formulas = new OoganFormulas(session, oogan.networks(), pixels);
      double[] information = formulas.information(draws.information());
      double discriminator = formulas.discriminator(draws.adversarial(), draws.noise());
      double generator = formulas.generator(draws.adversarial(), draws.noise());
      double orthogonal = parts.grouped() ? formulas.orthogonal() : 0;
      assertEquals(iteration % 2 == 0, information[1] > 0);
      assertEquals(iteration < 8, draws.noise() != null);
      LossValues found = session.step(pixels, draws);
      assertEquals(discriminator, found.of("D"), 1e-9, "iteration " + iteration);
      assertEquals(information[0], found.of("Q"), 1e-9, "iteration " + iteration);
      assertEquals(information[1], found.of("oneHot"), 1e-9, "iteration " + iteration);
      assertEquals(generator, found.of("G"), 1e-9, "iteration " + iteration);
      assertEquals(orthogonal, found.of("orthogonal"), 1e-9, "iteration " + iteration);
      assertEquals(iteration + 1, session.save().iteration());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 9})
  void adversarialGradients(long iteration) {
    OoganProcedure oogan = TinyOoganNetworks.procedure(new Parts(true, true, true), STANDSTILL);
    OoganSession session = session(oogan, iteration);
    OoganDraws draws = draws(oogan, iteration);
    OoganFormulas formulas = new OoganFormulas(session, oogan.networks(), pixels);
    session.generate(draws.adversarial());
    session.accumulateDiscriminator(pixels, draws.noise());
    check(
        session.network(OoganProcedure.D),
        () -> formulas.discriminator(draws.adversarial(), draws.noise()));
    session.accumulateGenerator(draws.noise());
    check(
        session.network(OoganProcedure.G),
        () -> formulas.generator(draws.adversarial(), draws.noise()));
  }

  @ParameterizedTest
  @CsvSource({"4, true, true, true", "5, true, false, true", "6, false, true, false"})
  void gradientsOfTheInformationStep(
      long iteration, boolean competeFree, boolean grouped, boolean probabilistic) {
    Parts parts = new Parts(competeFree, grouped, probabilistic);
    OoganProcedure oogan = TinyOoganNetworks.procedure(parts, STANDSTILL);
    OoganSession session = session(oogan, iteration);
    CodeSampling.Draw draw = draws(oogan, iteration).information();
    OoganFormulas formulas = new OoganFormulas(session, oogan.networks(), pixels);
    double gamma = 1.5 * (iteration == 6 ? 1 : 0.25);
    DoubleSupplier loss =
        () -> {
          double[] information = formulas.information(draw);
          double orthogonal = grouped ? formulas.orthogonal() : 0;
          return 0.7 * information[0] + gamma * information[1] + 0.3 * orthogonal;
        };
    session.generate(draw);
    session.accumulateInformation(draw);
    check(session.network(OoganProcedure.G), loss);
    check(session.network(OoganProcedure.Q), loss);
  }

  private static void check(Network network, DoubleSupplier loss) {
    int moving = FiniteDifferences.requireSome(network, loss, 3);
    assertTrue(moving > 5, "only " + moving + " gradients are not 0");
  }
}
