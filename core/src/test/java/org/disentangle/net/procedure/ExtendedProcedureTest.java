package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.disentangle.net.TrainingProcedure;
import org.junit.jupiter.api.Test;

/** A procedure that extends another answers as that one does. */
class ExtendedProcedureTest {

  /** One that is inherited would answer for no procedure at all. */
  @Test
  void noAnswerIsTheDefault() {
    List<Method> defaults =
        Arrays.stream(TrainingProcedure.class.getDeclaredMethods())
            .filter(Method::isDefault)
            .toList();
    assertFalse(defaults.isEmpty());
    List<String> inherited =
        defaults.stream().filter(method -> !isDeclared(method)).map(Method::getName).toList();
    assertEquals(List.of(), inherited);
  }

  private static boolean isDeclared(Method method) {
    return Arrays.stream(ExtendedProcedure.class.getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}
