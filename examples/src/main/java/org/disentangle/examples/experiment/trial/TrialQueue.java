// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs in the order of the table, several at a time. A failure, other than a training that stopped
 * by itself, ends the experiment; what is finished stays.
 */
final class TrialQueue {

  private final TrialRun run;
  private final TrialProgress progress;
  private final int parallelism;

  TrialQueue(TrialRun run, TrialProgress progress, int parallelism) {
    this.run = run;
    this.progress = progress;
    this.parallelism = parallelism;
  }

  /** What came of all runs, in their order. */
  List<TrialScore> scores(List<Trial> trials) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(parallelism);
    try {
      List<Future<TrialScore>> begun = new ArrayList<>();
      for (Trial trial : trials) {
        begun.add(threads.submit(() -> run.of(trial, progress)));
      }
      List<TrialScore> scores = new ArrayList<>();
      for (Future<TrialScore> score : begun) {
        scores.add(awaited(score));
      }
      return scores;
    } finally {
      threads.shutdownNow();
    }
  }

  private static TrialScore awaited(Future<TrialScore> score) throws IOException {
    try {
      return score.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("The experiment was interrupted.", e));
    }
  }
}
