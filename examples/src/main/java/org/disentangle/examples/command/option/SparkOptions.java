// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.disentangle.examples.command.run.LocalMaster;
import org.disentangle.examples.command.run.SparkRun;
import picocli.CommandLine.Option;

/** Which Spark a command runs on. */
public final class SparkOptions {

  private static final String LOCAL_DIR = "spark.local.dir";

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master. Default: what spark-submit says, else all cores of this machine"
              + " (local[*]).")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting; may be given several times.")
  private Map<String, String> conf = new LinkedHashMap<>();

  /** How Hadoop's file systems are reached, as the session will do it too. */
  public Configuration hadoop() {
    if (SparkSession.getDefaultSession().isDefined()) {
      return SparkSession.getDefaultSession().get().sessionState().newHadoopConf();
    }
    SparkConf settings = new SparkConf();
    conf.forEach(settings::set);
    return SparkHadoopUtil.get().newConfiguration(settings);
  }

  public SparkRun start(String name) {
    return start(name, "local[*]");
  }

  /** The session that is there, or a new one that ends with the command. */
  public SparkRun start(String name, String localMaster) {
    SparkSession.Builder builder = SparkSession.builder().appName("disentangle " + name);
    String submitted = System.getProperty("spark.master");
    String chosen = master != null ? master : submitted != null ? submitted : localMaster;
    builder.master(chosen);
    if (chosen.startsWith("local") && System.getProperty("spark.driver.host") == null) {
      builder.config("spark.driver.host", "localhost");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
    }
    if (LocalMaster.is(chosen)) {
      LocalMaster.settings()
          .forEach((key, value) -> builder.config(key, System.getProperty(key, value)));
      String otherwise = System.getProperty(LOCAL_DIR, System.getProperty("java.io.tmpdir"));
      LocalMaster.requireWritable(conf.getOrDefault(LOCAL_DIR, otherwise));
    }
    conf.forEach(builder::config);
    return SparkRun.start(builder);
  }
}
