// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import picocli.CommandLine.Option;

/** Images with factors that an experiment trains on in minutes, unless others are given. */
public final class SpritesOption {

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      defaultValue = "dsprites:imageSize=32,factors=scale+posX+posY",
      description = DataSpec.HELP + " With factors. Default: ${DEFAULT-VALUE}.")
  private DataSpec data;

  public DataSpec data() {
    return data;
  }
}
