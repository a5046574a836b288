// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.disentangle.net.procedure.CodeSampling.ONE_CODE;
import static org.disentangle.net.procedure.CodeSampling.ONE_HOT;
import static org.disentangle.net.procedure.CodeSampling.UNIFORM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.disentangle.latent.LatentSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How OOGAN draws codes. */
class CodeSamplingTest {

  private static final LatentSpace LATENT = new LatentSpace(4, 3);
  private static final int ROWS = 400;

  private static CodeSampling.Draw draw(CodeSampling sampling, long seed) {
    return sampling.draw(LATENT, ROWS, new SplittableRandom(seed));
  }

  private static float[] codes(CodeSampling.Draw draw, int row) {
    return Arrays.copyOfRange(draw.latents(), row * 7, row * 7 + 4);
  }

  @Test
  void everySecondIterationIsUniform() {
    assertEquals(
        List.of(ONE_CODE, UNIFORM, ONE_HOT, UNIFORM, ONE_CODE, UNIFORM, ONE_HOT, UNIFORM),
        LongStream.range(0, 8).mapToObj(i -> CodeSampling.at(i, true)).toList());
    assertEquals(
        List.of(ONE_HOT, UNIFORM, ONE_HOT, UNIFORM, ONE_HOT),
        LongStream.range(0, 5).mapToObj(i -> CodeSampling.at(i, false)).toList());
  }

  @Test
  void uniformCodesAreThePriors() {
    CodeSampling.Draw draw = draw(UNIFORM, 1);
    assertArrayEquals(LATENT.sample(ROWS, new SplittableRandom(1)), draw.latents());
    assertNull(draw.index());
  }

  @Test
  void oneHotVectorsAreOneAtTheirIndexAndZeroElsewhere() {
    CodeSampling.Draw draw = draw(ONE_HOT, 2);
    int[] counts = new int[4];
    for (int row = 0; row < ROWS; row++) {
      float[] expected = new float[4];
      expected[draw.index()[row]] = 1;
      assertArrayEquals(expected, codes(draw, row));
      counts[draw.index()[row]]++;
    }
    assertTrue(Arrays.stream(counts).allMatch(count -> count > ROWS / 6), "every code in turn");
  }

  @Test
  void oneCodeIsOneInTheWholeBatch() {
    CodeSampling.Draw draw = draw(ONE_CODE, 3);
    int chosen = draw.index()[0];
    float low = 1;
    float high = 0;
    for (int row = 0; row < ROWS; row++) {
      assertEquals(chosen, draw.index()[row]);
      float[] codes = codes(draw, row);
      assertEquals(1, codes[chosen]);
      for (int code = 0; code < 4; code++) {
        low = Math.min(low, codes[code]);
        high = code == chosen ? high : Math.max(high, codes[code]);
      }
    }
    assertEquals(0.2, low, 0.01);
    assertEquals(0.6, high, 0.01);
    long different =
        IntStream.range(0, 50).map(seed -> draw(ONE_CODE, seed).index()[0]).distinct().count();
    assertEquals(4, different, "another code in another batch");
  }

  @ParameterizedTest
  @EnumSource
  void noiseIsThePriors(CodeSampling sampling) {
    float[] latents = draw(sampling, 4).latents();
    float[] prior = LATENT.sample(ROWS, new SplittableRandom(4));
    for (int i = 0; i < latents.length; i++) {
      if (i % 7 >= 4) {
        assertEquals(prior[i], latents[i]);
      }
    }
  }
}
