// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.net.procedure.TinyFamily.KnownText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checkpoints know a procedure by its text: one that changed would no longer continue those that
 * were written before. Each {@link TinyFamily} holds its texts by their beginnings and SHA-256.
 */
class ProcedureTextTest {

  private static Stream<KnownText> texts() {
    return TinySystems.FAMILIES.stream().flatMap(family -> family.texts().stream());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  List<DynamicTest> everyTextIsWhatItWas() {
    return texts().map(known -> dynamicTest(known.sha256(), () -> check(known))).toList();
  }

  private static void check(KnownText known) {
    String text = known.procedure().toString();
    assertTrue(text.startsWith(known.start()), text);
    assertEquals(known.sha256(), sha256(text), text);
  }

  @Test
  void everyProcedureHasAText() {
    Set<Class<?>> held =
        texts().map(known -> known.procedure().getClass()).collect(Collectors.toSet());
    assertEquals(TinySystem.allProcedures(), held);
    assertTrue(held.size() > 5, held::toString);
  }
}
