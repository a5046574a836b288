// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.stage.InputErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Params by their names: what is a value, and what is said of a name or value that is none. */
class GivenParamTest {

  private final InfoGanCr stage = new InfoGanCr("infoGanCr");

  @Test
  void wholeNumbersMayBeWrittenInMoreThanOneWay() {
    GivenParam.parse(stage, "batchSize", "16.0");
    GivenParam.parse(stage, "maxIter", "1e3");
    GivenParam.parse(stage, "seed", "-9223372036854775808");
    GivenParam.parse(stage, "categories", "[3, 2]");
    GivenParam.parse(stage, "alpha", "2");
    assertEquals(16, stage.getBatchSize());
    assertEquals(1000, stage.getMaxIter());
    assertEquals(Long.MIN_VALUE, stage.getSeed());
    assertArrayEquals(new int[] {3, 2}, stage.getCategories());
    assertEquals(2, stage.getAlpha());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batchSize  | 4294967312           | found 4294967312; expected a whole number of 32 bits",
        "batchSize  | 2147483648           | found 2147483648; expected a whole number of 32 bits",
        "batchSize  | 16.5                 | found 16.5; expected a whole number of 32 bits",
        "maxIter    | 4.5                  | found 4.5; expected a whole number of 64 bits",
        "maxIter    | 1e400                | found 1E+400; expected a whole number of 64 bits",
        "seed       | 18446744073709551616 | found 18446744073709551616; expected a whole number of 64",
        "categories | [3, 4294967299]      | found 4294967299; expected a whole number of 32 bits",
        "categories | [3, 2.5]             | found 2.5; expected a whole number of 32 bits",
      })
  void otherNumbersAreNotCut(String name, String text, String said) {
    assertSays(said, () -> GivenParam.parse(stage, name, text));
    assertSays(said, () -> GivenParam.parse(stage, name, text, new InputErrors("table")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope     | found 'nope=1'; expected NAME=VALUE with one of the Params of InfoGanCr: ",
        "uid      | found 'uid=1'; expected NAME=VALUE with one of the Params of InfoGanCr: ",
        "NumCodes | Did you mean 'numCodes'?",
        "alpa     | Did you mean 'alpha'?",
      })
  void aWrongNameIsWhatWasFound(String name, String said) {
    assertSays(said, () -> GivenParam.parse(stage, name, "1"));
  }

  @Test
  void aNameOfATableHasTheHintToo() {
    assertSays(
        "Did you mean 'alpha'?",
        () -> GivenParam.parse(stage, "alpa", "1", new InputErrors("table")));
  }

  @Test
  void anOptionOfAnotherSystem() {
    assertSays(
        "parameter --beta: found 4.0 for InfoGanCr, which has no Param beta; expected one of",
        () -> GivenParam.set(stage, "--beta", "beta", 4.0));
  }

  private static void assertSays(String part, Executable work) {
    String message = assertThrows(InvalidInputException.class, work).getMessage();
    assertTrue(message.contains(part), message);
  }
}
