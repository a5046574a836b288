// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.util.Locale;
import org.disentangle.stage.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      String.format(
          Locale.ROOT,
          "disentangle %s (Spark %s, Scala %s)",
          Versions.LIBRARY,
          Versions.sparkLine(),
          Versions.scalaLine())
    };
  }
}
