// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Candidates that agree with each other as well as with themselves. */
class AlikeModelsTest {

  @Test
  void copiesAreAlikeHoweverBadTheyAre() {
    double[][] similarity = {
      {0.5, 0.3, 0.5, 0.9},
      {0.3, 1.0, 0.3, 0.7},
      {0.5, 0.3, 0.5, 0.4},
      {0.9, 0.7, 0.4, 1.0}
    };
    assertEquals(List.of(List.of(0, 2, 3)), AlikeModels.of(similarity), "3 agrees with 0 as well");
    similarity[0][3] = similarity[3][0] = 0.6;
    assertEquals(List.of(List.of(0, 2)), AlikeModels.of(similarity));
  }

  @Test
  void withoutAgreementWithThemselvesNoneIsAlike() {
    double[][] similarity = {{0, 0.9, 1}, {0.9, Double.NaN, 1}, {1, 1, 0}};
    assertEquals(List.of(), AlikeModels.of(similarity));
    assertEquals(List.of(), AlikeModels.of(new double[0][]));
  }
}
