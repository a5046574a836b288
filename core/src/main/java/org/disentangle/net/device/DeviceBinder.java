// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

/** Binds threads to devices. Implementations have a public constructor without arguments. */
public interface DeviceBinder {

  /** Devices that threads can be bound to; 0 where networks run on the processor. */
  int deviceCount();

  /**
   * Makes the current thread build and run networks on a device.
   *
   * @param device from 0 to below {@link #deviceCount()}
   */
  void bind(int device);
}
