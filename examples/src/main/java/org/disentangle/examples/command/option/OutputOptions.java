// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Whether what is there already may be replaced. */
public final class OutputOptions {

  @Option(
      names = "--overwrite",
      description =
          "Replace an output that exists; never what the command reads, nor a folder that holds anything but"
              + " such an output.")
  private boolean overwrite;

  public boolean overwrite() {
    return overwrite;
  }

  /** The places of a command that runs on Spark. */
  public Outputs outputs(SparkOptions spark) {
    return outputs(spark.hadoop());
  }

  public Outputs outputs(Configuration hadoop) {
    return new Outputs(hadoop, overwrite);
  }
}
