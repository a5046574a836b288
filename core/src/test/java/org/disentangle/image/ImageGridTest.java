// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageGridTest {

  private static final ImageShape SHAPE = new ImageShape(1, 32, 32);
  private static final int SIDE = 96;
  private static final int GAP = 4;

  @TempDir Path folder;

  @Test
  void imagesStandMagnifiedInRowsAndColumnsWithGaps() throws IOException {
    Path file = folder.resolve("pictures/grid.png");
    new ImageGrid(SHAPE, List.of(row(0, 1, 0), row(1, 0, 100 / 255f))).write(file, false);
    BufferedImage grid = ImageIO.read(file.toFile());
    assertEquals(GAP + 3 * (SIDE + GAP), grid.getWidth());
    assertEquals(GAP + 2 * (SIDE + GAP), grid.getHeight());
    int[][] expected = {{0, 255, 0}, {255, 0, 100}};
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        int x = GAP + column * (SIDE + GAP);
        int y = GAP + row * (SIDE + GAP);
        int grey = expected[row][column] * 0x010101;
        assertEquals(grey, grid.getRGB(x, y) & 0xFFFFFF);
        assertEquals(grey, grid.getRGB(x + SIDE - 1, y + SIDE - 1) & 0xFFFFFF);
        assertEquals(0xE4E4E4, grid.getRGB(x + SIDE, y + SIDE) & 0xFFFFFF);
      }
    }
  }

  @Test
  void placesThatAreLeftInTheLastRowAreEmpty() {
    BufferedImage grid = ImageGrid.inRows(SHAPE, row(0, 0, 0), 2).draw();
    int y = GAP + SIDE + GAP + SIDE / 2;
    assertEquals(0, grid.getRGB(GAP + SIDE / 2, y) & 0xFFFFFF);
    assertEquals(0xE4E4E4, grid.getRGB(GAP + SIDE + GAP + SIDE / 2, y) & 0xFFFFFF);
  }

  @Test
  void coloursAreKeptAndNothingIsSmoothed() {
    ImageShape shape = new ImageShape(3, 1, 2);
    BufferedImage grid =
        new ImageGrid(shape, List.of(List.of(new float[] {1, 0, 0, 0.4f, 0, 0.2f}))).draw();
    assertEquals(0xFF0000, grid.getRGB(GAP, GAP) & 0xFFFFFF);
    assertEquals(0xFF0000, grid.getRGB(GAP + SIDE / 2 - 1, GAP) & 0xFFFFFF);
    assertEquals(0x006633, grid.getRGB(GAP + SIDE / 2, GAP) & 0xFFFFFF);
  }

  @Test
  void largeImagesAreNotMagnified() {
    ImageShape large = new ImageShape(1, 100, 120);
    BufferedImage grid = new ImageGrid(large, List.of(List.of(new float[large.size()]))).draw();
    assertEquals(120 + 2 * GAP, grid.getWidth());
  }

  @Test
  void labelsStandBesideTheImages() {
    List<List<float[]>> rows = List.of(row(0, 1), row(1, 0));
    BufferedImage plain = new ImageGrid(SHAPE, rows).draw();
    BufferedImage labelled =
        new ImageGrid(SHAPE, rows)
            .withRowLabels(List.of("c1", "c2"))
            .withColumnLabels(List.of("-1", "a text wider than an image"))
            .draw();
    int left = labelled.getWidth() - plain.getWidth();
    int top = labelled.getHeight() - plain.getHeight();
    assertTrue(left > 0 && top > 0);
    assertTrue(dark(labelled, 0, top + GAP, 20, SIDE), "the label of the first row");
    assertTrue(dark(labelled, 40, 0, SIDE, top), "the label of the first column");
    int corner = labelled.getRGB(labelled.getWidth() - 1, labelled.getHeight() - 1);
    assertEquals(0xE4E4E4, corner & 0xFFFFFF);
  }

  @Test
  void anExistingFileIsOnlyReplacedWhenToldTo() throws IOException {
    Path file = folder.resolve("grid.png");
    Files.writeString(file, "precious");
    ImageGrid grid = new ImageGrid(SHAPE, List.of(row(0)));
    String message =
        assertThrows(FileAlreadyExistsException.class, () -> grid.write(file, false)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertEquals("precious", Files.readString(file));
    grid.write(file, true);
    assertEquals(SIDE + 2 * GAP, ImageIO.read(file.toFile()).getWidth());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void badGridsAreRefusedAndNothingIsWritten() {
    assertRefused("the rows have []", () -> new ImageGrid(SHAPE, List.of()));
    assertRefused("the rows have [0]", () -> new ImageGrid(SHAPE, List.of(List.of())));
    assertRefused("[2, 1]", () -> new ImageGrid(SHAPE, List.of(row(0, 1), row(0))));
    ImageGrid grid = new ImageGrid(SHAPE, List.of(row(0, 1)));
    assertRefused("0 images", () -> ImageGrid.inRows(SHAPE, List.of(), 2));
    assertRefused("2 row labels", () -> grid.withRowLabels(List.of("a", "b")));
    assertRefused("1 column labels", () -> grid.withColumnLabels(List.of("a")));
    Path file = folder.resolve("bad.png");
    assertRefused(
        "NaN at channel 0",
        () -> new ImageGrid(SHAPE, List.of(row(0, Float.NaN))).write(file, false));
    assertRefused(
        "3 values", () -> new ImageGrid(SHAPE, List.of(List.of(new float[3]))).write(file, false));
    assertArrayEquals(new String[0], folder.toFile().list());
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void assertRefused(String part, Attempt attempt) {
    String message = assertThrows(InvalidInputException.class, attempt::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static boolean dark(BufferedImage image, int x, int y, int width, int height) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
        .anyMatch(pixel -> (pixel & 0xFF) < 0x40);
  }

  private static List<float[]> row(float... greys) {
    float[][] images = new float[greys.length][SHAPE.size()];
    for (int i = 0; i < greys.length; i++) {
      Arrays.fill(images[i], greys[i]);
    }
    return List.of(images);
  }
}
