package org.disentangle.net.onednn;

import java.util.ArrayList;
import java.util.List;

/** Steps compiled once and run many times. */
final class Program implements Runnable {

  private final List<Runnable> steps = new ArrayList<>();

  void add(Runnable step) {
    steps.add(step);
  }

  @Override
  public void run() {
    for (Runnable step : steps) {
      step.run();
    }
  }
}
