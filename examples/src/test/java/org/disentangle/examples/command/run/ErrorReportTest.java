// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.disentangle.file.Place;
import org.disentangle.train.CheckpointNotWrittenException;
import org.disentangle.train.CheckpointsTakenException;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import org.junit.jupiter.api.Assumptions;
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

  /** In a task of another JVM the cause is text. */
  @Test
  void aFullDiskIsSaidInTwoLines() {
    String text = "No space left on device";
    for (Throwable full :
        new Throwable[] {
          new UncheckedIOException("Cannot save", new IOException(text)),
          new IllegalStateException(
              "Lost task 1.0 (TID 20): org.apache.hadoop.fs.FSError: java.io.IOException: "
                  + text
                  + "\n\tat org.apache.hadoop")
        }) {
      String said = DiskShortage.in(new IllegalStateException(full)).orElseThrow();
      assertTrue(
          said.startsWith("disentangle: a file cannot be written: No space left on device.\n"),
          said);
      assertEquals(2, said.lines().count());
    }
    assertTrue(DiskShortage.in(new IOException("odd")).isEmpty());
  }

  private static void fullFile() throws IOException {
    Path device = Path.of("/dev/full");
    try (OutputStream out = Place.of(device).files().create(Place.of(device).path(), true)) {
      out.write(1);
    }
  }

  /** Hadoop's local files throw no exception there. */
  @Test
  void anErrorOfHadoopIsAFullDiskToo() {
    Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
    FSError full = assertThrows(FSError.class, () -> fullFile());
    assertTrue(DiskShortage.in(full).orElseThrow().contains("No space left on device."));
  }

  @Test
  void whatIsNotKnownIsUnexpected() {
    assertTrue(reported(new IllegalStateException("odd")).startsWith("Unexpected: "));
  }

  /** What is printed; the exit code is that of an end before the work was done. */
  private static String reported(RuntimeException failure) {
    StringWriter err = new StringWriter();
    ErrorReport errors = new ErrorReport(() -> false, (refusal, command) -> refusal);
    int code =
        new CommandLine(new Failing(failure))
            .setExecutionExceptionHandler(errors)
            .setErr(new PrintWriter(err, true))
            .execute();
    assertEquals(1, code);
    return err.toString().strip().replace(System.lineSeparator(), "\n");
  }
}
