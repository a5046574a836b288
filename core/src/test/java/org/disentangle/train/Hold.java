// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a step of {@link ToyProcedure} from ending until a test has found its process. */
public final class Hold {

  private static final long LONGEST_MILLIS = 60_000;

  private Hold() {}

  /** Waits for something outside to end this process, whose id the file then has. */
  public static void here(Path file) {
    try {
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
      Thread.sleep(LONGEST_MILLIS);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
