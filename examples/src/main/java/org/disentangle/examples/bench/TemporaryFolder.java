// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disentangle.file.FolderTree;

/** A folder that is gone, with all in it, when a measurement ends. */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("disentangle-bench"));
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(path);
  }
}
