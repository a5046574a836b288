// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.data;

import org.disentangle.examples.command.option.DataSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Data sets looked at and converted. */
@Command(
    name = "data",
    description = {"Look at a data set, or write it as Parquet.", DataSpec.ALL_HELP},
    subcommands = {DataDescribeCommand.class, DataConvertCommand.class})
public final class DataCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing what to do with the data: describe or convert.");
  }
}
