// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingProgress;

/**
 * Files about a run that are written again and again while it lasts, so that one can look at it
 * from elsewhere. They show the rounds since this process began: after a training that was resumed,
 * they are to be written once more from the whole history.
 */
public final class LiveHistory implements TrainingListener {

  /** Writes a history to its file. */
  @FunctionalInterface
  public interface View {
    void write(History history) throws IOException;
  }

  private final List<View> views;
  private final long nanosBetween;
  private final List<RoundRecord> rounds = new ArrayList<>();
  private long nextNanos = System.nanoTime();

  /**
   * @param between least time between two writes; the first round is shown at once
   */
  public LiveHistory(Duration between, List<View> views) {
    nanosBetween = between.toNanos();
    this.views = List.copyOf(views);
  }

  @Override
  public Wish afterRound(RoundRecord round, TrainingProgress progress) {
    rounds.add(round);
    if (System.nanoTime() - nextNanos >= 0) {
      show(new History(lossNames(), rounds));
      nextNanos = System.nanoTime() + nanosBetween;
    }
    return Wish.CONTINUE;
  }

  /** Shows a whole history. */
  public void show(History history) {
    try {
      for (View view : views) {
        view.write(history);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lossNames() {
    return rounds.stream().flatMap(round -> round.losses().keySet().stream()).distinct().toList();
  }
}
