// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do. */
public final class Await {

  private static final long PATIENCE_SECONDS = 60;

  private Await() {}

  /**
   * Returns once a condition holds.
   *
   * @param what is waited for, in words
   */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      if (System.nanoTime() > latest) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.sleep(20);
    }
  }
}
