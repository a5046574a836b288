// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ranges, codes and orders of categories, by the pixels of the pictures that the command writes.
 */
class TraverseCommandTest {

  /** Of the model: a category of four, and two continuous codes. */
  private static final int CATEGORIES = 4;

  private static final int PITCH = 100;
  private static final int GAP = 4;

  @TempDir static Path folder;

  private static Path model;

  @BeforeAll
  static void saveAModel() throws IOException {
    SharedSpark.session();
    model = folder.resolve("model");
    TinyInfoGan.of(3).save(model.toString());
  }

  /** The images of one row of a picture, from the left; rows count from the last, 0. */
  private static int[][] lastRow(String name, String options, int rowFromLast, int columns)
      throws IOException {
    Path png = folder.resolve(name);
    success("traverse --model %s --samples 1 --out %s %s", model, png, options);
    BufferedImage picture = ImageIO.read(png.toFile());
    int top = picture.getHeight() - PITCH * (rowFromLast + 1);
    int[][] images = new int[columns][];
    for (int column = 0; column < columns; column++) {
      int left = picture.getWidth() - PITCH * (columns - column);
      int side = PITCH - GAP;
      images[column] = picture.getRGB(left, top, side, side, null, 0, side);
    }
    return images;
  }

  /** -2, -1, 0, 1 and 2 have -1, 0 and 1 in common with the usual range. */
  @Test
  void aRangeBeyondThePriorsIsDrawn() throws IOException {
    int[][] usual = lastRow("usual.png", "--steps 5 --code 1", 0, 5);
    int[][] wide = lastRow("wide.png", "--steps 5 --code 1 --from -2 --to 2", 0, 5);
    int[][] reversed = lastRow("reversed.png", "--steps 5 --code 1 --from 2 --to -2", 0, 5);
    assertArrayEquals(usual[0], wide[1]);
    assertArrayEquals(usual[2], wide[2]);
    assertArrayEquals(usual[4], wide[3]);
    assertFalse(Arrays.equals(usual[0], usual[4]), "the code does something");
    assertFalse(Arrays.equals(usual[0], wide[0]), "-2 is not -1");
    assertFalse(Arrays.equals(usual[4], wide[4]), "2 is not 1");
    assertArrayEquals(wide[0], reversed[4]);
    assertArrayEquals(wide[4], reversed[0]);
  }

  @Test
  void theGivenCodesAreDrawnInTheGivenOrder() throws IOException {
    String all = "--steps 5";
    int[][] first = lastRow("all1.png", all, 1, 5);
    int[][] second = lastRow("all2.png", all, 0, 5);
    int[][] firstOfTwo = lastRow("two1.png", all + " --code 2,1", 0, 5);
    int[][] secondOfTwo = lastRow("two2.png", all + " --code 2,1", 1, 5);
    assertArrayEquals(first, firstOfTwo);
    assertArrayEquals(second, secondOfTwo);
    assertFalse(Arrays.deepEquals(first, second));
    int rows = height("all1.png") - height("two1.png");
    assertEquals(PITCH, rows, "one row less");
  }

  private static int height(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile()).getHeight();
  }

  @Test
  void categoriesAreDrawnInTheGivenOrder() throws IOException {
    int[] order = {3, 0, 2, 1};
    int[][] byNumber = lastRow("number.png", "--steps 4 --code 0", 0, CATEGORIES);
    int[][] ordered =
        lastRow("ordered.png", "--steps 4 --code 0 --category-order 3,0,2,1", 0, CATEGORIES);
    for (int column = 0; column < CATEGORIES; column++) {
      assertArrayEquals(byNumber[order[column]], ordered[column], "column " + column);
      for (int other = 0; other < column; other++) {
        assertFalse(Arrays.equals(byNumber[other], byNumber[column]), other + " and " + column);
      }
    }
  }

  /** Classes made of the categories that the model finds, in another order. */
  @Test
  void categoriesAreDrawnByTheClassesTheyStandFor() throws IOException {
    Path encoded = folder.resolve("encoded");
    success(
        "encode --model %s --data dsprites:imageSize=32,factors=shape+scale+posX+posY --keep-images"
            + " --out %s",
        model, encoded);
    Dataset<Row> rows = SharedSpark.session().read().parquet(encoded.toString());
    List<Integer> found =
        rows
            .select(functions.expr("int(codes[0]) as category"))
            .distinct()
            .sort(functions.col("category").desc())
            .collectAsList()
            .stream()
            .map(row -> row.getInt(0))
            .toList();
    assertTrue(found.size() > 1, "categories that occur: " + found);
    Path labelled = folder.resolve("labelled");
    rows.withColumn(
            "kind",
            functions.expr(
                String.format(
                    Locale.ROOT,
                    "int(array_position(array(%s), int(codes[0])) - 1)",
                    String.join(",", found.stream().map(String::valueOf).toList()))))
        .drop("codes")
        .write()
        .parquet(labelled.toString());
    int[][] byNumber = lastRow("by-number.png", "--steps 4 --code 0", 0, CATEGORIES);
    int[][] byClass =
        lastRow(
            "by-class.png",
            String.format(
                Locale.ROOT, "--steps 4 --code 0 --data parquet:%s --label kind", labelled),
            0,
            CATEGORIES);
    for (int column = 0; column < found.size(); column++) {
      assertArrayEquals(byNumber[found.get(column)], byClass[column], "column " + column);
    }
  }

  @Test
  void whatMakesNoTraversalIsRefused() throws IOException {
    refused("--from -2", "--from and --to belong together; found one of them alone");
    refused("--from 1 --to 1", "--from 1.0 and --to 1.0: expected two different finite numbers");
    refused("--code 3", "found code 3; expected one from 0 to 2");
    refused("--category-order 0,1,2", "expected each number from 0 to 3 once");
    refused("--category-order 0,1,1,2", "parameter --category-order: found '1 twice'");
    refused("--code 1,1", "parameter --code: found '1 twice'");
    refused("--label kind", "--label needs --data");
    refused(
        "--category-order 0,1,2,3 --data dsprites", "--category-order has no effect with --data");
    Path continuous = folder.resolve("continuous");
    TinyModel.of(3).save(continuous.toString());
    CommandRun run =
        CommandRun.of(
            "traverse --model %s --data dsprites:imageSize=32,sample=9 --label factor_shape --out %s",
            continuous, folder.resolve("never.png"));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("no code of this model is categorical"), run::err);
  }

  private static void refused(String options, String part) {
    Path never = folder.resolve("never.png");
    CommandRun run = CommandRun.of("traverse --model %s --out %s %s", model, never, options);
    assertEquals(2, run.exitCode(), run::out);
    assertTrue(run.err().contains(part), run::err);
    assertTrue(Files.notExists(never));
  }
}
