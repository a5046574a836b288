// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.gpu.LayerComparison;
import org.disentangle.examples.gpu.NvidiaSmi;
import org.disentangle.net.device.ComputeCapability;
import org.disentangle.net.device.Gpu;
import org.disentangle.net.device.Nd4jDevices;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which GPUs there are, and whether they compute what the processor computes. */
@Command(
    name = "gpu",
    description = {
      "List this machine's GPUs with compute capability, driver and cuDNN, and say which are supported.",
      "On each supported one every kind of layer is run forward and backward and compared with what a"
          + " processor computes. Needs a jar that was built with -Pcuda; without a GPU the exit code is 2.",
    })
final class GpuCommand implements Callable<Integer> {

  private static final long MEBIBYTE = 1L << 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Nd4jDevices devices = new Nd4jDevices();
    List<Gpu> gpus = devices.gpus();
    List<String> driver = new NvidiaSmi().lines();
    if (gpus.isEmpty()) {
      throw new InputErrors("gpu")
          .refused(
              InvalidInputException.of(
                  "array backend",
                  String.format(
                      Locale.ROOT,
                      "%s, which runs on the processor, and %s",
                      devices.backend(),
                      driver.isEmpty()
                          ? "no GPU of NVIDIA's driver"
                          : "the GPUs " + String.join("; ", driver)),
                  ComputeCapability.BACKEND + " and a GPU",
                  "Build with -Pcuda, on a machine with an NVIDIA GPU."));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "backend %s, cuDNN %s%n",
        devices.backend(),
        devices.cudnnVersion().orElse("not found"));
    driver.forEach(line -> out.println("driver: " + line));
    boolean sound = true;
    for (Gpu gpu : gpus) {
      boolean supported = gpu.capability().isSupported();
      out.printf(
          Locale.ROOT,
          "GPU %d: %s, compute capability %s (%s; the backend runs on %s), %d MiB%n",
          gpu.device(),
          gpu.name(),
          gpu.capability(),
          supported ? "supported" : "NOT supported",
          ComputeCapability.SUPPORTED,
          gpu.memoryBytes() / MEBIBYTE);
      if (supported) {
        devices.bind(gpu.device());
        LayerComparison comparison = new LayerComparison();
        out.print(comparison);
        sound &= comparison.rows().stream().allMatch(LayerComparison.Row::agrees);
      }
      sound &= supported;
    }
    return sound ? 0 : 1;
  }
}
