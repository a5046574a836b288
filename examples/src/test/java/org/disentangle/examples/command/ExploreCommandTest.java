// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {

  private static final int MOST_SECONDS = 60;
  private static final int PAUSE = 20;

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void saveAModel() throws IOException {
    SharedSpark.session();
    model = folder.resolve("model");
    TinyInfoGan.of(6).save(model.toString());
  }

  @Test
  void servesUntilItIsStopped() throws Exception {
    StringWriter out = new StringWriter();
    FutureTask<Integer> command =
        new FutureTask<>(
            () ->
                DisentangleCommand.commandLine()
                    .setOut(new PrintWriter(out))
                    .execute(
                        "explore",
                        "--model",
                        model.toString(),
                        "--data",
                        "dsprites:imageSize=32,sample=20",
                        "--port",
                        "0"));
    Thread thread = new Thread(command);
    thread.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!out.toString().contains("\n") && System.nanoTime() < end && !command.isDone()) {
      Thread.sleep(PAUSE);
    }
    assertTrue(
        out.toString().matches("http://127\\.0\\.0\\.1:\\d+/ \\(Ctrl-C ends it\\)\\s+"),
        out::toString);
    URI address = URI.create(out.toString().split(" ")[0]);
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest model = HttpRequest.newBuilder(address.resolve("model")).build();
    String sheet = client.send(model, HttpResponse.BodyHandlers.ofString()).body();
    assertTrue(sheet.contains("\"data\":20"), sheet);
    assertTrue(sheet.contains("\"name\":\"model\""), sheet);
    thread.interrupt();
    assertEquals(0, command.get(MOST_SECONDS, TimeUnit.SECONDS));
    assertThrows(
        ConnectException.class, () -> client.send(model, HttpResponse.BodyHandlers.ofString()));
  }

  @Test
  void aTakenPortIsSaidBeforeAnythingIsLoaded() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      CommandRun run =
          CommandRun.of("explore --model %s --port %d", folder.resolve("no"), taken.getLocalPort());
      assertEquals(2, run.exitCode());
      assertTrue(run.err().contains("--port: found " + taken.getLocalPort()), run::err);
      assertTrue(run.err().contains("--port 0"), run::err);
    }
  }

  @Test
  void badOptionsAreRefused() {
    assertRefused("--images", "--images 0");
    assertRefused("--images", "--images 25");
    assertRefused("--port", "--port 70000");
    assertRefused("--names", "--names a,b --port 0");
    assertTrue(Files.exists(model));
  }

  private void assertRefused(String option, String options) {
    CommandRun run = CommandRun.of("explore --model %s %s", model, options);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(option + ": found "), run::err);
  }
}
