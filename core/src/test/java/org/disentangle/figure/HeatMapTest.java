// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {

  private static final int WHITE = 0xFFFFFF;
  private static final int LOWEST = 0xF7FBFF;
  private static final int HIGHEST = 0x08306B;
  private static final int NONE = 0xE2E2E2;

  private final double[][] values = {{0, 1}, {Double.NaN, 0.5}};
  private final HeatMap small = new HeatMap(values, List.of("", ""), List.of("", ""));

  @TempDir Path folder;

  /** Cells of 2 x 2 are 135 wide and 90 high; a point near a corner is clear of the number. */
  @Test
  void cellsHaveTheColoursOfTheirValues() {
    BufferedImage picture = small.draw();
    int left = 24;
    int top = 24;
    assertEquals(LOWEST, rgb(picture, left + 4, top + 4));
    assertEquals(HIGHEST, rgb(picture, left + 139, top + 4));
    assertEquals(NONE, rgb(picture, left + 4, top + 94));
    assertEquals(0x6BAED6, rgb(picture, left + 139, top + 94));
    assertEquals(WHITE, rgb(picture, left + 134, top + 4), "a line between cells");
    assertTrue(differs(picture, new Rectangle(left + 40, top + 30, 60, 30), LOWEST), "a number");
    assertTrue(!differs(picture, new Rectangle(left, top + 90, 134, 89), NONE), "NaN: no number");
  }

  @Test
  void rangeFixesTheColours() {
    BufferedImage picture = small.withRange(0, 2).draw();
    assertEquals(0x6BAED6, rgb(picture, 24 + 139, 24 + 4));
    assertEquals(HIGHEST, rgb(small.withRange(-5, 0.25).withRange(0, 0.25).draw(), 163, 118));
  }

  @Test
  void negativeValuesAreRedAndPositiveBlueAroundWhite() {
    ColourScale scale =
        ColourScale.of(new Matrix(new double[][] {{-1, 4}}, List.of(""), List.of("", "")));
    assertEquals(new ColourScale(-4, 4), scale);
    assertEquals(0x67001F, scale.colour(-4).getRGB() & WHITE);
    assertEquals(0xF7F7F7, scale.colour(0).getRGB() & WHITE);
    assertEquals(0x053061, scale.colour(9).getRGB() & WHITE, "beyond the end");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "5,5", "10,5", "20,20", "50,50", "1,40", "40,1"})
  void sizesAreSensible(int rows, int columns) {
    BufferedImage picture =
        new HeatMap(new double[rows][columns], names("row ", rows), names("column ", columns))
            .draw();
    assertTrue(picture.getWidth() >= 150 && picture.getWidth() <= 1100, "" + picture.getWidth());
    assertTrue(picture.getHeight() >= 120 && picture.getHeight() <= 1100, "" + picture.getHeight());
  }

  @Test
  void smallCellsHaveNoNumbers() {
    BufferedImage picture =
        new HeatMap(new double[50][50], names("", 50), names("", 50)).withRange(0, 1).draw();
    Matrix matrix = new Matrix(new double[50][50], names("", 50), names("", 50));
    HeatMapLayout layout =
        HeatMapLayout.of(
            matrix, Titles.NONE, List.of("0.25"), ColourBar.of(new ColourScale(0, 1)).texts());
    assertTrue(layout.values().isEmpty());
    assertEquals(layout.width(), picture.getWidth());
  }

  @Test
  void everyTextAddsRoomAndIsDrawnInIt() {
    BufferedImage bare = small.draw();
    BufferedImage titled = small.withTitle("title").draw();
    assertTrue(titled.getHeight() > bare.getHeight());
    assertTrue(differs(titled, new Rectangle(0, 0, titled.getWidth(), 38), WHITE));
    BufferedImage axes = small.withAxisTitles("rows", "columns").draw();
    assertTrue(axes.getWidth() > bare.getWidth() && axes.getHeight() > bare.getHeight());
    assertTrue(differs(axes, new Rectangle(0, 0, 38, axes.getHeight()), WHITE));
    BufferedImage unit = small.withValueTitle("nats").draw();
    assertTrue(unit.getWidth() > bare.getWidth());
    BufferedImage named = new HeatMap(values, List.of("a", "b"), List.of("c", "d")).draw();
    assertTrue(differs(named, new Rectangle(17, 24, 10, 60), WHITE), "a row name");
  }

  @Test
  void longTextsAreNotCutOff() {
    String longText = "a text that is far longer than any cell of the figure could ever be wide";
    for (HeatMap figure :
        List.of(
            small.withTitle(longText),
            small.withAxisTitles(longText, longText),
            small.withValueTitle(longText),
            new HeatMap(values, List.of(longText, "b"), List.of("c", "d")),
            new HeatMap(values, List.of("a", "b"), List.of(longText, longText)),
            new HeatMap(new double[9][40], names(longText, 9), names(longText, 40)))) {
      BufferedImage picture = figure.draw();
      int width = picture.getWidth();
      int height = picture.getHeight();
      for (Rectangle edge :
          List.of(
              new Rectangle(0, 0, width, 8),
              new Rectangle(0, height - 8, width, 8),
              new Rectangle(0, 0, 8, height),
              new Rectangle(width - 8, 0, 8, height))) {
        assertTrue(!differs(picture, edge, WHITE), edge + " of " + width + " x " + height);
      }
    }
  }

  @Test
  void isTheSameEveryTime() {
    assertArrayEquals(pixels(small.draw()), pixels(small.draw()));
  }

  @Test
  void laterChangesOfTheValuesPlayNoPart() {
    int[] before = pixels(small.draw());
    values[0][0] = 1;
    assertArrayEquals(before, pixels(small.draw()));
  }

  @Test
  void anExistingFileIsKeptUnlessOverwritingIsAsked() throws IOException {
    Path file = folder.resolve("figures/map.png");
    small.write(file, false);
    byte[] first = Files.readAllBytes(file);
    assertThrows(FileAlreadyExistsException.class, () -> small.withTitle("b").write(file, false));
    assertArrayEquals(first, Files.readAllBytes(file));
    HeatMap other = small.withTitle("b");
    other.write(file, true);
    assertArrayEquals(pixels(other.draw()), pixels(ImageIO.read(file.toFile())));
  }

  @Test
  void whatIsNoMatrixIsRefused() {
    List<String> one = List.of("a");
    refused("0 rows", () -> new HeatMap(new double[0][], List.of(), List.of()));
    refused("1 rows", () -> new HeatMap(new double[1][0], one, List.of()));
    refused(
        "rows of 1 and of 2 values",
        () -> new HeatMap(new double[][] {{1}, {1, 2}}, List.of("a", "b"), one));
    refused(
        "1 row names and 2 column names",
        () -> new HeatMap(new double[][] {{1}, {2}}, one, List.of("a", "b")));
    refused("infinite", () -> new HeatMap(new double[][] {{Double.NEGATIVE_INFINITY}}, one, one));
    refused("from 1.0 to 1.0", () -> small.withRange(1, 1));
    refused("from NaN", () -> small.withRange(Double.NaN, 1));
  }

  private static void refused(String found, Executable work) {
    String message = assertThrows(InvalidInputException.class, work).getMessage();
    assertTrue(message.contains(found), message);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static int rgb(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & WHITE;
  }

  private static boolean differs(BufferedImage picture, Rectangle area, int colour) {
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        if (rgb(picture, x, y) != colour) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
