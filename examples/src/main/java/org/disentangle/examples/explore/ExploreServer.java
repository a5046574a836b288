// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.disentangle.stage.InputErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the page on the loopback address. Only GET is answered, and only requests that name this
 * machine as their host: a foreign page whose name was made to point here gets code 403.
 */
public final class ExploreServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExploreServer.class);
  private static final int LARGEST_PORT = 65_535;
  private static final int THREADS = 4;

  /** Nothing but what lies beside the page; an empty icon in the page. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  static {
    // otherwise each body waits 40 ms for the receipt of its headers; the first server reads it
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private ExploreServer(HttpServer server) {
    this.server = server;
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "explore");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes the port, and answers nothing yet.
   *
   * @param port 0 for any that is free
   * @throws org.disentangle.error.InvalidInputException if the port is no port, or cannot be had
   */
  public static ExploreServer at(int port) {
    InputErrors errors = new InputErrors("disentangle explore");
    if (port < 0 || port > LARGEST_PORT) {
      throw errors.parameter("--port", port, "a whole number from 0 to " + LARGEST_PORT);
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      return new ExploreServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
    } catch (IOException e) {
      throw errors.parameter(
          "--port",
          port,
          String.format(Locale.ROOT, "a port that this program can take (%s)", e.getMessage()),
          "Choose another one, or --port 0 for any that is free.");
    }
  }

  /** Where the page is. */
  public String address() {
    return String.format(Locale.ROOT, "http://%s/", hosts().get(0));
  }

  /** What a request may name as its host. */
  private List<String> hosts() {
    int port = server.getAddress().getPort();
    String suffix = port == 80 ? "" : ":" + port; // browsers leave the usual one out
    return List.of("127.0.0.1" + suffix, "localhost" + suffix, "[::1]" + suffix);
  }

  /** Begins to answer. */
  public void start(Gallery gallery, CodeNames names, DataImages data) {
    Routes routes = new Routes(gallery, names, data);
    Set<String> hosts = Set.copyOf(hosts());
    server.createContext("/", exchange -> handle(exchange, routes, hosts));
    server.setExecutor(threads);
    server.start();
  }

  private static void handle(HttpExchange exchange, Routes routes, Set<String> hosts)
      throws IOException {
    try (exchange) {
      try {
        requireAllowed(exchange, hosts);
        Answer answer =
            routes.answer(
                exchange.getRequestURI().getRawPath(), exchange.getRequestURI().getRawQuery());
        send(exchange, 200, answer); // OK
      } catch (Refused e) {
        send(exchange, e.status(), Answer.text("text/plain", e.getMessage() + "\n"));
      } catch (RuntimeException e) {
        LOG.error("A request failed", e);
        send(exchange, 500, Answer.text("text/plain", "This failed; the program says more.\n"));
      }
    }
  }

  private static void requireAllowed(HttpExchange exchange, Set<String> hosts) {
    List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (named.size() != 1 || !hosts.contains(named.get(0).toLowerCase(Locale.ROOT))) {
      throw new Refused(403, "This page is for this machine alone."); // Forbidden
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      throw new Refused(405, "Only GET is answered."); // Method Not Allowed
    }
  }

  private static void send(HttpExchange exchange, int status, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (answer.fileName() != null) {
      headers.set("Content-Disposition", "attachment; filename=\"" + answer.fileName() + "\"");
    }
    boolean body = !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, body ? answer.content().length : -1);
    if (body) {
      exchange.getResponseBody().write(answer.content());
    }
  }

  /** Gives the port back at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
