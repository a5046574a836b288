// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What has a name on the local disk and is neither file nor folder. */
final class DeviceFile {

  private static final Path DEVICES = Path.of("/dev");
  private static final Path PROCESSES = Path.of("/proc");

  private DeviceFile() {}

  /** Whether a device, pipe or socket is there, or a link in a folder that has nothing else. */
  static boolean isAt(Path path) {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      return true;
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && liesAmongDevices(path);
  }

  private static boolean liesAmongDevices(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      return folder != null
          && (folder.toRealPath().equals(DEVICES) || folder.toRealPath().startsWith(PROCESSES));
    } catch (IOException e) {
      return false;
    }
  }
}
