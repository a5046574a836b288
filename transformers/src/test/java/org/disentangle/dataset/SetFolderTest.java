// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.FullDisk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a description that cannot be written. */
class SetFolderTest {

  @TempDir Path folder;

  @Test
  void nothingStaysOfADescriptionOnAFullDisk() {
    Assumptions.assumeTrue(FullDisk.isThere());
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.file.impl", FullDisk.class, org.apache.hadoop.fs.FileSystem.class);
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
    SetFolder set = new SetFolder(folder.resolve("set").toString(), hadoop);
    String message =
        assertThrows(InvalidInputException.class, () -> set.write(SetFolder.SET, "{}"))
            .getMessage();
    assertTrue(message.contains("set-card/set.json: found an error"), message);
    assertTrue(message.contains("No space left on device"), message);
    assertArrayEquals(new String[0], folder.toFile().list());
  }
}
