// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The devices of the ND4J backend: GPUs with CUDA, none on the processor. */
public final class Nd4jDevices implements DeviceBinder {

  @Override
  public int deviceCount() {
    return Nd4j.getEnvironment().isCPU() ? 0 : Nd4j.getAffinityManager().getNumberOfDevices();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the backend has no machine code for that GPU
   */
  @Override
  public void bind(int device) {
    gpu(device).requireSupported();
    Nd4j.getAffinityManager().unsafeSetDevice(device);
  }

  /** All GPUs of the backend; none where networks run on the processor. */
  public List<Gpu> gpus() {
    return IntStream.range(0, deviceCount()).mapToObj(Nd4jDevices::gpu).toList();
  }

  /** The backend: {@code nd4j-native} on the processor, or the one for CUDA. */
  public String backend() {
    return Nd4j.getEnvironment().isCPU() ? "nd4j-native" : ComputeCapability.BACKEND;
  }

  /** The version of cuDNN, such as 8.3.2; empty on the processor and where it cannot be loaded. */
  public Optional<String> cudnnVersion() {
    try {
      long version =
          (long)
              Class.forName("org.bytedeco.cuda.global.cudnn")
                  .getMethod("cudnnGetVersion")
                  .invoke(null);
      return Optional.of(
          String.format(
              Locale.ROOT, "%d.%d.%d", version / 1000, version / 100 % 10, version % 100));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Gpu gpu(int device) {
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    return new Gpu(
        device,
        ops.getDeviceName(device),
        new ComputeCapability(ops.getDeviceMajor(device), ops.getDeviceMinor(device)),
        ops.getDeviceTotalMemory(device));
  }
}
