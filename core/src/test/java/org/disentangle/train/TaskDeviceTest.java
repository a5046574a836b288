// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDeviceTest {

  private static void refused(String found, boolean configured, int devices, String... addresses) {
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> TaskDevice.choose(addresses, configured, devices))
            .getMessage();
    assertTrue(message.contains(found), message);
  }

  @Test
  void theAddressIsTheDevice() {
    assertEquals(OptionalInt.of(1), TaskDevice.choose(new String[] {"1"}, true, 2));
  }

  @Test
  void withoutResourcesAProcessorOrASingleDeviceStaysAsItIs() {
    assertEquals(OptionalInt.empty(), TaskDevice.choose(new String[0], false, 0));
    assertEquals(OptionalInt.empty(), TaskDevice.choose(new String[0], false, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "GPU-3f", "", "99999999999"})
  void addressesThatAreNoDeviceAreRefused(String address) {
    refused("GPU address \"" + address + "\"", true, 2, address);
  }

  @Test
  void anAddressOnTheProcessorIsRefused() {
    refused("below 0", true, 0, "0");
  }

  @Test
  void twoAddressesAreRefused() {
    refused("0, 1", true, 2, "0", "1");
  }

  @Test
  void missingAddressesAreRefused() {
    refused("is set", true, 1);
    refused("is not set and the backend has 2 devices", false, 2);
  }
}
