// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.disentangle.train.CheckpointNotWrittenException;
import org.disentangle.train.CheckpointsTakenException;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {

  @Command(name = "any")
  private record Failing(RuntimeException failure) implements Runnable {

    @Override
    public void run() {
      throw failure;
    }
  }

  static RuntimeException[] ends() {
    return new RuntimeException[] {
      new CheckpointNotWrittenException(
          12, "place", Optional.empty(), new IOException("No space left on device")),
      new CheckpointsTakenException("place"),
      new TrainingDivergedException(0, 7, "the loss D became NaN", Optional.empty()),
      TrainingCollapsedException.stayed(7, "the loss D", Optional.empty())
    };
  }

  @ParameterizedTest
  @MethodSource("ends")
  void anEndThatIsKnownIsReportedInItsOwnWords(RuntimeException end) {
    assertEquals(end.getMessage().strip(), reported(end));
    assertEquals(end.getMessage().strip(), reported(new IllegalStateException(end)));
  }

  @Test
  void whatIsNotKnownIsUnexpected() {
    assertTrue(reported(new IllegalStateException("odd")).startsWith("Unexpected: "));
  }

  /** What is printed; the exit code is that of an end before the work was done. */
  private static String reported(RuntimeException failure) {
    StringWriter err = new StringWriter();
    ErrorReport errors = new ErrorReport(() -> false);
    int code =
        new CommandLine(new Failing(failure))
            .setExecutionExceptionHandler(errors)
            .setErr(new PrintWriter(err, true))
            .execute();
    assertEquals(1, code);
    return err.toString().strip().replace(System.lineSeparator(), "\n");
  }
}
