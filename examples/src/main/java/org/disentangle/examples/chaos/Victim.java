// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.chaos;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;

/** Which process of a training is killed. */
public enum Victim {

  /** One of the two executors; the training goes on by itself. */
  EXECUTOR {
    @Override
    boolean kill(TrainingProcess training, SplittableRandom random) {
      List<ProcessHandle> executors = training.executors();
      return !executors.isEmpty()
          && training.isRunning()
          && executors.get(random.nextInt(executors.size())).destroyForcibly();
    }
  },

  /** The driver; the training has to be resumed from its checkpoints. */
  DRIVER {
    @Override
    boolean kill(TrainingProcess training, SplittableRandom random)
        throws InterruptedException, TimeoutException {
      if (!training.isRunning()) {
        return false;
      }
      training.killDriver();
      return true;
    }
  };

  /** Kills with SIGKILL; false if the training had ended. */
  abstract boolean kill(TrainingProcess training, SplittableRandom random)
      throws InterruptedException, TimeoutException;

  /** In small letters, for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
