// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/**
 * A file system that is not the local one, as HDFS is not: {@code scratch://all/PATH}, kept in a
 * folder of this machine. Like HDFS it does not rename over what is there.
 */
public final class ScratchFileSystem extends FileSystemInAFolder {

  private static final URI ADDRESS = URI.create("scratch://all");

  @Override
  URI address() {
    return ADDRESS;
  }

  /** Makes the scheme known to a session. */
  public static void register(Configuration hadoop, Path folder) {
    register(hadoop, ADDRESS, ScratchFileSystem.class, folder);
  }

  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    return !exists(to) && super.rename(from, to);
  }
}
