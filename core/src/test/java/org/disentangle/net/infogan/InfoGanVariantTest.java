// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.TinyInfoGan.procedure;
import static org.disentangle.net.procedure.TinySystem.trained;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.procedure.AdversarialLoss;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the variants of InfoGAN's training promise over several iterations. */
class InfoGanVariantTest {

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** Without weight in G, codes do not reach G; Q of a packed D learns all the same. */
  @Test
  void packedQLearnsWithoutLambda() {
    InfoGanProcedure procedure = TinyInfoGan.silent(AdversarialLoss.JSD, QVariance.UNIT, 2);
    TrainingState start = procedure.initialState(4);
    TrainingState end = trained(procedure, start, 3);
    assertNotEquals(start.network("D"), end.network("D"));
    assertTrue(end.network("P").updates() == 3 && end.network("G").updates() == 3);
  }

  /** A density without bound is watched, so that a covariance that vanishes ends the training. */
  @Test
  void freeVariancesAreWatchedForCollapse() {
    assertEquals(
        Set.of("D"),
        procedure(AdversarialLoss.JSD, QVariance.UNIT, 1, 0).collapseBounds().keySet());
    Map<String, Double> thousandth = Map.of("Q_logDeviation", Math.log(2e-3));
    InfoGanProcedure learned = procedure(AdversarialLoss.HINGE, QVariance.LEARNED, 1, 0);
    assertEquals(thousandth, learned.collapseBounds());
    assertEquals(Map.of(), learned.collapseFloors());
    InfoGanProcedure full = procedure(AdversarialLoss.HINGE, QVariance.FULL, 1, 0);
    assertEquals(thousandth, full.collapseFloors());
    assertEquals(Map.of(), full.collapseBounds());
    assertTrue(full.isActive("Q_logDeviation", 0) && learned.isActive("Q_logDeviation", 0));
  }

  /** Until it counts, a covariance leaves the training as it is, and is left as it is. */
  @Test
  void aCovarianceCountsFromItsStartOn() {
    InfoGanProcedure late = TinyInfoGan.startingAt(2, AdversarialLoss.JSD, QVariance.FULL);
    TrainingState start = late.initialState(4);
    TrainingState before = trained(late, start, 2);
    InfoGanProcedure never =
        TinyInfoGan.startingAt(Long.MAX_VALUE, AdversarialLoss.JSD, QVariance.FULL);
    assertEquals(trained(never, start, 2), before);
    assertNotEquals(trained(never, start, 3), trained(late, start, 3));
    InfoGanProcedure always = procedure(AdversarialLoss.JSD, QVariance.FULL, 1, 0);
    assertNotEquals(trained(always, start, 2), before);
    assertEquals(trained(always, before, 2), trained(late, before, 2));
    assertFalse(late.isActive("Q_logDeviation", 1));
    assertTrue(late.isActive("Q_logDeviation", 2));
  }

  @Test
  void whatIsAsPublishedIsNotTold() {
    InfoGanProcedure published = TinyNetworks.procedure(2);
    assertTrue(!published.toString().contains("variant"), published.toString());
    String other = procedure(AdversarialLoss.HINGE, QVariance.UNIT, 1, 0).toString();
    assertTrue(
        other.contains("variant=InfoGanVariant[") && other.contains("categories=[4]"), other);
  }
}
