// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.TinyInfoGan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreServerTest {

  private static final int IMAGES = 3;
  private static final int SIDE = 32;
  private static ServedPage page;

  @BeforeAll
  static void serve() {
    page = new ServedPage(TinyInfoGan.of(6), IMAGES, List.of("kind", "a \"b\"", "<i>c"), 2);
  }

  @AfterAll
  static void stop() {
    page.close();
  }

  private static BufferedImage picture(String format, Object... values) throws IOException {
    HttpResponse<byte[]> answer = page.get(format, values);
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), UTF_8));
    assertEquals("image/png", answer.headers().firstValue("Content-Type").orElseThrow());
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  /** Grey values of one of the images in the row. */
  private static int[] pixels(BufferedImage row, int image) {
    return row.getRaster().getPixels(image * SIDE, 0, SIDE, SIDE, (int[]) null);
  }

  @Test
  void everyImageHasTheSameCodesAndOtherNoise() throws IOException {
    BufferedImage row = picture("images?codes=2,0.5,-1&seed=7");
    assertEquals(IMAGES * SIDE, row.getWidth());
    assertEquals(SIDE, row.getHeight());
    assertFalse(Arrays.equals(pixels(row, 0), pixels(row, 1)), "noise changes the image");
    assertFalse(Arrays.equals(pixels(row, 0), pixels(picture("images?codes=2,0.5,-1&seed=8"), 0)));
    assertFalse(
        Arrays.equals(pixels(row, 2), pixels(picture("images?codes=2,0.5,1&seed=7"), 2)),
        "a code changes all images");
  }

  @Test
  void otherImagesHaveCodesOfTheirOwnButForTheOneThatMoves() throws IOException {
    String view = "images?vary=codes&seed=7&moving=1&codes=";
    BufferedImage row = picture("%s0,0.5,-1", view);
    assertArrayEquals(pixels(row, 1), pixels(picture("%s0,0.5,1", view), 1));
    assertFalse(Arrays.equals(pixels(row, 0), pixels(picture("%s0,0.5,1", view), 0)));
    assertFalse(Arrays.equals(pixels(row, 1), pixels(picture("%s0,-0.5,-1", view), 1)));
  }

  @Test
  void aScaledPictureHasTheSamePixels() throws IOException {
    BufferedImage row = picture("images?codes=2,0.5,-1&seed=7");
    BufferedImage large = picture("images?codes=2,0.5,-1&seed=7&scale=3");
    assertEquals(3 * row.getWidth(), large.getWidth());
    for (int x = 0; x < large.getWidth(); x += 5) {
      assertEquals(row.getRGB(x / 3, 20), large.getRGB(x, 61));
    }
  }

  @Test
  void theTableHasCodesAndNoiseOfEveryImage() {
    HttpResponse<byte[]> answer = page.get("codes.csv?codes=2,0.5,-1&seed=7");
    List<String> lines = new String(answer.body(), UTF_8).lines().toList();
    assertEquals("image,\"kind\",\"a \"\"b\"\"\",\"<i>c\",noise_0,noise_1", lines.get(0));
    assertEquals(1 + IMAGES, lines.size());
    assertTrue(lines.get(3).startsWith("3,2.0,0.5,-1.0,"), lines.get(3));
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElseThrow().contains("codes.csv"));
  }

  @Test
  void theModelIsDescribed() throws IOException {
    JsonNode sheet = new ObjectMapper().readTree(page.get("model").body());
    assertEquals("tiny", sheet.get("name").asText());
    assertEquals(2, sheet.get("noise").asInt());
    assertEquals(2, sheet.get("data").asInt());
    assertEquals(4, sheet.get("codes").get(0).get("categories").size());
    assertEquals("<i>c", sheet.get("codes").get(2).get("name").asText());
    assertEquals(-1, sheet.get("codes").get(2).get("low").asInt());
    assertFalse(sheet.get("codes").get(2).has("categories"));
  }

  @Test
  void anImageOfTheDataIsEncodedToCodesThatTheModelTakes() throws IOException {
    JsonNode codes = new ObjectMapper().readTree(page.get("codes?image=2").body());
    assertEquals(3, codes.size());
    assertEquals(SIDE, picture("data?image=2").getWidth());
    picture("images?codes=%s", String.join(",", codes.toString().replaceAll("[\\[\\]\\s]", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images",
        "images?codes=",
        "images?codes=1,2",
        "images?codes=1,0,0,0",
        "images?codes=4,0,0",
        "images?codes=0.5,0,0",
        "images?codes=0,1.01,0",
        "images?codes=0,NaN,0",
        "images?codes=0,Infinity,0",
        "images?codes=0,x,0",
        "images?codes=0,0,0&codes=0,0,0",
        "images?codes=0,0,0&seed=-1",
        "images?codes=0,0,0&seed=1.5",
        "images?codes=0,0,0&seed=99999999999999999999",
        "images?codes=0,0,0&moving=3",
        "images?codes=0,0,0&vary=all",
        "images?codes=0,0,0&scale=0",
        "images?codes=0,0,0&scale=1000",
        "images?codes=0,0,0&other=1",
        "images?codes=0,0,0&%zz=1",
        "codes.csv?codes=0,0,0&scale=2",
        "codes",
        "codes?image=0",
        "data?image=3",
        "images?codes=%3Cscript%3Ealert(1)%3C/script%3E,0,0",
      })
  void badValuesAreRefusedInPlainText(String path) {
    HttpResponse<byte[]> answer = rawGet(path);
    String text = new String(answer.body(), UTF_8);
    assertEquals(400, answer.statusCode(), text);
    assertTrue(text.contains("; expected "), text);
    assertFalse(text.contains("<"), text);
    assertEquals(
        "text/plain; charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  /** Also of an address that is none, which a client of Java's own would not send. */
  private static HttpResponse<byte[]> rawGet(String path) {
    return page.send("GET", path.replace("%zz", "%25zz%25"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing", "images/", "../pom.xml", "%2e%2e/pom.xml", "index.html", "//x"})
  void nothingElseIsThere(String path) {
    assertEquals(404, page.get(path.replace("%", "%%")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
  void onlyGetIsAnswered(String method) {
    HttpResponse<byte[]> answer = page.send(method, "model");
    assertEquals(405, answer.statusCode());
    assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:PORT, 200",
    "localhost:PORT, 200",
    "LocalHost:PORT, 200",
    "[::1]:PORT, 200",
    "example.org:PORT, 403",
    "example.org, 403",
    "127.0.0.1, 403",
    "127.0.0.1:1, 403",
    "localhost.example.org:PORT, 403",
  })
  void onlyRequestsToThisMachineAreAnswered(String host, int status) throws IOException {
    String named = host.replace("PORT", String.valueOf(page.port()));
    assertEquals(status, status("Host: " + named + "\r\n"), named);
  }

  @Test
  void aRequestWithoutAHostIsRefused() throws IOException {
    assertEquals(403, status(""));
  }

  private static int status(String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
      String request = "GET /model HTTP/1.1\r\n" + header + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }

  @Test
  void thePageMayLoadNothingFromElsewhere() {
    for (String path : List.of("", "explore.js", "explore.css", "model", "nothing")) {
      HttpResponse<byte[]> answer = page.get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
      assertFalse(new String(answer.body(), UTF_8).contains("://"), path);
    }
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    InvalidInputException taken =
        assertThrows(InvalidInputException.class, () -> ExploreServer.at(page.port()));
    assertTrue(taken.getMessage().contains("--port: found " + page.port()), taken::getMessage);
    assertThrows(InvalidInputException.class, () -> ExploreServer.at(65_536));
    assertThrows(InvalidInputException.class, () -> ExploreServer.at(-1));
  }
}
