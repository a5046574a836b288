// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import org.disentangle.stage.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"disentangle " + Versions.LIBRARY + " (Spark 3.5, Scala 2.12)"};
  }
}
