// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.disentangle.metric.VoteTable;
import org.junit.jupiter.api.Test;

/** Entries of generators that use other numbers of codes. */
class UsedCodesTest {

  /** Six right votes of eight. */
  private static final VoteTable VOTES = new VoteTable(new int[][] {{4, 1}, {1, 2}});

  @Test
  void whereAllUseAllCodesAnEntryIsTheShareOfRightVotes() {
    UsedCodes used = UsedCodes.of(new double[][] {{0.5, 0.01}, {0.4, 0.6}});
    assertEquals(0.75, used.entry(VOTES, 1));
    assertTrue(used.counts(0, 1));
    assertEquals(0.75, UsedCodes.OF_ONE.entry(VOTES, 0));
    assertTrue(UsedCodes.OF_ONE.counts(0, 1));
  }

  @Test
  void aCodeThatMovesNothingHasNoVotesAndOneCodeAloneProvesNothing() {
    UsedCodes used = UsedCodes.of(new double[][] {{0.5, 0.001, 0.4}, {0.9, 0.002, 0.003}});
    assertTrue(used.counts(0, 0));
    assertFalse(used.counts(0, 1));
    assertEquals(0.5, used.entry(VOTES, 0), 1e-15);
    assertEquals(0, used.entry(VOTES, 1));
  }

  @Test
  void chanceIsNothingWhateverTheNumberOfCodes() {
    UsedCodes used = UsedCodes.of(new double[][] {{0.5, 0.5}, {0.3, 0.3, 0.3, 0.3}});
    assertEquals(0, used.entry(new VoteTable(new int[][] {{5, 5}, {5, 5}}), 0));
    assertEquals(0, used.entry(new VoteTable(new int[][] {{3, 3, 3, 3}}), 1));
    assertEquals(1, used.entry(new VoteTable(new int[][] {{9, 0}, {0, 9}}), 0));
    assertEquals(
        1.0 / 3, used.entry(new VoteTable(new int[][] {{1, 1, 1, 1}, {0, 2, 0, 0}}), 1), 1e-15);
    assertEquals(0, used.entry(VoteTable.empty(2, 2), 0));
  }
}
