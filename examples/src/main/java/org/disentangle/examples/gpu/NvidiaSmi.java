// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The GPUs that NVIDIA's driver knows, whatever this program was built for. */
public final class NvidiaSmi {

  private static final int SECONDS = 20;

  private final List<String> command;

  public NvidiaSmi() {
    this(
        List.of(
            "nvidia-smi",
            "--query-gpu=index,name,compute_cap,driver_version",
            "--format=csv,noheader"));
  }

  NvidiaSmi(List<String> command) {
    this.command = command;
  }

  /**
   * One line a GPU: number, name, compute capability, driver version; empty without a driver that
   * answers.
   */
  public List<String> lines() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        return ended && process.exitValue() == 0
            ? text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
            : List.of();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return List.of();
    }
  }
}
