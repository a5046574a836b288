// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.infogan.InfoGanTcProcedure;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.infogan.TinyInfoGan;
import org.junit.jupiter.api.Test;

/** What is added to a procedure leaves everything else to it. */
class ExtendedProcedureTest {

  /** A default of the interface would silently replace what the extended procedure says. */
  @Test
  void noDefaultOfTheInterfaceTakesThePlaceOfTheBase() {
    Set<String> declared =
        Arrays.stream(ExtendedProcedure.class.getDeclaredMethods())
            .map(ExtendedProcedureTest::signature)
            .collect(Collectors.toSet());
    List<String> defaults =
        Arrays.stream(TrainingProcedure.class.getMethods())
            .filter(Method::isDefault)
            .map(ExtendedProcedureTest::signature)
            .toList();
    assertTrue(defaults.size() >= 8, defaults::toString);
    assertEquals(List.of(), defaults.stream().filter(name -> !declared.contains(name)).toList());
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  @Test
  void collapseIsWhatItIsForTheBase() {
    InfoGanProcedure base = TinyInfoGan.procedure(AdversarialLoss.JSD, QVariance.FULL, 1, 0);
    TrainingProcedure extended =
        new InfoGanTcProcedure(
            base, TinyVaeNetworks.networks(3).tcDiscriminator(), 1, AdamSettings.usual(1e-3));
    assertNotEquals(Map.of(), base.collapseFloors());
    assertEquals(base.collapseFloors(), extended.collapseFloors());
    assertEquals(base.collapseBounds(), extended.collapseBounds());
    assertEquals(base.collapseAdvice(), extended.collapseAdvice());
  }
}
