// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.disentangle.examples.command.CommandRun;
import org.junit.jupiter.api.Test;

/** A program that stood still goes on, and one that cannot start says why. */
class LocalMasterTest {

  @Test
  void anExecutorIsNotGivenUpForAPauseOfWeeks() {
    SparkConf conf = new SparkConf(false);
    LocalMaster.settings().forEach(conf::set);
    conf.validateSettings();
    long silence = conf.getTimeAsMs("spark.storage.blockManagerHeartbeatTimeoutMs");
    assertTrue(silence > TimeUnit.DAYS.toMillis(365), () -> "" + silence);
    long answer = conf.getTimeAsMs("spark.network.timeout");
    assertTrue(answer > TimeUnit.DAYS.toMillis(14), () -> "" + answer);
    assertEquals(answer, (int) answer);
  }

  @Test
  void onlyOneProgramIsMeant() {
    assertTrue(LocalMaster.is("local[*]"));
    assertEquals(false, LocalMaster.is("local-cluster[2,1,1024]"));
    assertEquals(false, LocalMaster.is("spark://host:7077"));
  }

  @Test
  void temporaryDataNeedsAPlace() {
    CommandRun run =
        CommandRun.of("train --data dsprites --out x --conf spark.local.dir=/proc/nowhere");
    assertEquals(2, run.exitCode());
    assertEquals(
        "disentangle: parameter spark.local.dir: found '/proc/nowhere'; expected folders for"
            + " temporary data, in which files can be made.",
        run.err().lines().findFirst().orElseThrow());
  }
}
