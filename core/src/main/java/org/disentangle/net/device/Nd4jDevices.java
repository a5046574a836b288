package org.disentangle.net.device;

import org.nd4j.linalg.factory.Nd4j;

/** The devices of the ND4J backend: GPUs with CUDA, none on the processor. */
public final class Nd4jDevices implements DeviceBinder {

  @Override
  public int deviceCount() {
    return Nd4j.getEnvironment().isCPU() ? 0 : Nd4j.getAffinityManager().getNumberOfDevices();
  }

  @Override
  public void bind(int device) {
    Nd4j.getAffinityManager().unsafeSetDevice(device);
  }
}
