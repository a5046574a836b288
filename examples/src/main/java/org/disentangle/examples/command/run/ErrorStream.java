// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Standard error until the program is stopped. Loggers and progress keep the stream that they find
 * when they begin; what they write after the last words goes nowhere.
 */
public final class ErrorStream extends OutputStream {

  private final PrintStream out;
  private boolean ended;

  private ErrorStream(PrintStream out) {
    this.out = out;
  }

  /** Puts one in the place of {@code System.err}; to be called before anything is written. */
  public static void install() {
    System.setErr(new LastingStream(new ErrorStream(System.err)));
  }

  /** Writes a text to {@code System.err}, and lets nothing follow it. */
  static void end(String text) {
    if (System.err instanceof LastingStream installed) {
      installed.stream.endWith(text);
    } else {
      System.err.println(text);
    }
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  private synchronized void endWith(String text) {
    out.println(text);
    ended = true;
  }

  @Override
  public synchronized void write(int b) {
    if (!ended) {
      out.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (!ended) {
      out.write(bytes, offset, length);
      if (out.checkError()) {
        throw new IOException("standard error cannot be written to");
      }
    }
  }

  @Override
  public synchronized void flush() {
    out.flush();
  }

  /** The same in the encoding of the stream it replaces. */
  private static final class LastingStream extends PrintStream {

    private final ErrorStream stream;

    LastingStream(ErrorStream stream) {
      super(stream, true, encoding());
      this.stream = stream;
    }

    private static Charset encoding() {
      return Stream.of("stderr.encoding", "sun.stderr.encoding", "file.encoding")
          .map(System::getProperty)
          .filter(Objects::nonNull)
          .map(Charset::forName)
          .findFirst()
          .orElse(StandardCharsets.UTF_8);
    }
  }
}
