// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.disentangle.net.device.DeviceBinder;
import org.disentangle.net.device.Nd4jDevices;

/** Binds a task's thread to the GPU that Spark's resource scheduler gave to the task. */
public final class TaskDevice {

  /** Spark setting: class of the {@link DeviceBinder}; {@link Nd4jDevices} by default. */
  public static final String BINDER = "spark.disentangle.deviceBinder";

  public static final String AMOUNT = "spark.task.resource.gpu.amount";

  private TaskDevice() {}

  /**
   * Binds the current task, before it builds or takes any network.
   *
   * @return the device, or empty if networks stay on the backend's only one
   * @throws IllegalStateException if the task's GPU addresses cannot be used, or are missing where
   *     they are needed
   */
  public static OptionalInt bind() {
    SparkConf conf = SparkEnv.get().conf();
    ResourceInformation gpu = TaskContext.get().resourcesJMap().get("gpu");
    String[] addresses = gpu == null ? new String[0] : gpu.addresses();
    DeviceBinder binder = binder(conf.get(BINDER, Nd4jDevices.class.getName()));
    OptionalInt device = choose(addresses, conf.contains(AMOUNT), binder.deviceCount());
    device.ifPresent(binder::bind);
    return device;
  }

  /**
   * @param configured whether tasks were to have GPUs
   */
  public static OptionalInt choose(String[] addresses, boolean configured, int devices) {
    if (addresses.length == 0) {
      if (configured || devices > 1) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                """
            The task has no GPU address, %s is %s and the backend has %d devices; expected one address.
            Set spark.executor.resource.gpu.amount; a local master gives tasks no GPUs.""",
                AMOUNT,
                configured ? "set" : "not set",
                devices));
      }
      return OptionalInt.empty();
    }
    if (addresses.length > 1) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          The task has the GPU addresses %s; expected one, as its networks are on one device.
          Set %s to 1.""",
              String.join(", ", addresses),
              AMOUNT));
    }
    String address = addresses[0];
    if (!address.matches("\\d{1,9}") || Integer.parseInt(address) >= devices) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          The task has the GPU address "%s"; expected a number from 0 to below %d, the backend's devices.
          The discovery script must print device indices, and the jar must be built with -Pcuda.""",
              address,
              devices));
    }
    return OptionalInt.of(Integer.parseInt(address));
  }

  private static DeviceBinder binder(String className) {
    try {
      return (DeviceBinder)
          Class.forName(className, true, Thread.currentThread().getContextClassLoader())
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          %s is %s; expected a DeviceBinder with a public constructor without arguments.
          Add its jar to the class path of the executors.""",
              BINDER,
              className),
          e);
    }
  }
}
