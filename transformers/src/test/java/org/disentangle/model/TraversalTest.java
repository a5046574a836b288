// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.model;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraversalTest {

  @TempDir Path folder;

  private BufferedImage written(Traversal traversal, String name) throws IOException {
    Path file = folder.resolve(name);
    traversal.write(file, false);
    return ImageIO.read(file.toFile());
  }

  /** With equal labels the size grows by one pitch a row or column. */
  @Test
  void hasOneRowForEachCodeAndSampleAndOneColumnForEachStep() throws IOException {
    BufferedImage small = written(new Traversal(model()).samples(1).steps(3), "small.png");
    BufferedImage tall = written(new Traversal(model()).samples(3).steps(3), "tall.png");
    BufferedImage wide = written(new Traversal(model()).samples(1).steps(5), "wide.png");
    int rowPitch = (tall.getHeight() - small.getHeight()) / (2 * TinyModel.CODES);
    int columnPitch = (wide.getWidth() - small.getWidth()) / 2;
    assertTrue(rowPitch > 32 && columnPitch > 32, rowPitch + " x " + columnPitch);
    assertEquals(small.getHeight() + 2 * TinyModel.CODES * rowPitch, tall.getHeight());
    assertTrue(small.getHeight() - TinyModel.CODES * rowPitch < rowPitch, "labels and no more");
    assertTrue(small.getHeight() - TinyModel.CODES * rowPitch >= 0);
    assertEquals(small.getWidth(), tall.getWidth());
    assertEquals(small.getHeight(), wide.getHeight());
  }

  @Test
  void rowsOfOneCodeSayWhichImageTheyAreOf() throws IOException {
    BufferedImage one = written(new Traversal(model()).samples(1).steps(3), "one-image.png");
    BufferedImage two = written(new Traversal(model()).samples(2).steps(3), "two-images.png");
    BufferedImage wide = written(new Traversal(model()).samples(1).steps(4), "four-steps.png");
    int pitch = (two.getHeight() - one.getHeight()) / TinyModel.CODES;
    int top = one.getHeight() - TinyModel.CODES * pitch;
    int left = one.getWidth() - 3 * (wide.getWidth() - one.getWidth());
    int[] first = two.getRGB(0, top, left, pitch, null, 0, left);
    int[] second = two.getRGB(0, top + pitch, left, pitch, null, 0, left);
    assertFalse(java.util.Arrays.equals(first, second));
  }

  @Test
  void isTheSameEveryTimeAndFollowsTheSeed() throws IOException {
    new Traversal(model()).write(folder.resolve("one.png"), false);
    new Traversal(model()).write(folder.resolve("two.png"), false);
    new Traversal(model()).seed(43).write(folder.resolve("other.png"), false);
    byte[] one = Files.readAllBytes(folder.resolve("one.png"));
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("two.png")));
    assertFalse(
        java.util.Arrays.equals(one, Files.readAllBytes(folder.resolve("other.png"))), "seed");
  }

  @Test
  void anExistingFileIsKeptUnlessOverwritingIsAsked() throws IOException {
    Path file = folder.resolve("grid.png");
    Files.writeString(file, "mine");
    FileAlreadyExistsException refused =
        assertThrows(
            FileAlreadyExistsException.class, () -> new Traversal(model()).write(file, false));
    assertTrue(refused.getMessage().contains("grid.png"), refused.getMessage());
    assertEquals("mine", Files.readString(file));
    new Traversal(model()).write(file, true);
    assertTrue(ImageIO.read(file.toFile()).getWidth() > 10 * 32);
  }

  /** The low end of the wider range is another picture, its middle the same one. */
  @Test
  void aRangeCanGoBeyondWhatATransformTakes() throws IOException {
    BufferedImage usual = written(new Traversal(model()).samples(1).steps(3).codes(1), "u.png");
    BufferedImage wide =
        written(new Traversal(model()).samples(1).steps(3).codes(1).range(-2, 2), "w.png");
    assertEquals(usual.getHeight(), wide.getHeight());
    int left = usual.getWidth() - wide.getWidth();
    assertTrue(left <= 0, "as wide at least");
    assertFalse(
        java.util.Arrays.equals(
            Files.readAllBytes(folder.resolve("u.png")),
            Files.readAllBytes(folder.resolve("w.png"))));
    BufferedImage all = written(new Traversal(model()).samples(1).steps(3), "all.png");
    assertTrue(all.getHeight() > usual.getHeight());
    assertRefused(() -> new Traversal(model()).range(1, 1), "from 1.0 to 1.0", "different");
    assertRefused(() -> new Traversal(model()).codes(TinyModel.CODES), "expected one from 0 to");
  }

  @Test
  void categoriesCanBePutInOrder() throws IOException {
    InfoGanModel model = TinyInfoGan.of(3);
    written(new Traversal(model).samples(1).codes(0).steps(4), "number.png");
    written(new Traversal(model).samples(1).codes(0).categoryOrder(0, 1, 2, 3), "same.png");
    written(new Traversal(model).samples(1).codes(0).steps(4).categoryOrder(3, 0, 2, 1), "o.png");
    BufferedImage number = ImageIO.read(folder.resolve("number.png").toFile());
    BufferedImage ordered = ImageIO.read(folder.resolve("o.png").toFile());
    assertEquals(number.getWidth(), ordered.getWidth());
    assertFalse(
        java.util.Arrays.equals(
            Files.readAllBytes(folder.resolve("number.png")),
            Files.readAllBytes(folder.resolve("o.png"))));
    assertRefused(
        () -> new Traversal(model).categoryOrder(0, 1, 1, 2), "each number from 0 to 3 once");
    assertRefused(() -> new Traversal(model()).categoryOrder(0), "no code of the model");
  }

  @Test
  void morePicturesThanOneShowsAreRefused() {
    for (Traversal many :
        new Traversal[] {
          new Traversal(model()).samples(Integer.MAX_VALUE),
          new Traversal(model()).steps(Integer.MAX_VALUE)
        }) {
      String refused = assertThrows(InvalidInputException.class, many::grid).getMessage();
      assertTrue(refused.contains("2147483647"), refused);
      assertTrue(refused.contains("expected at most 100000 in one picture"), refused);
    }
  }

  @Test
  void onlyThePicturesOfTheCodesThatAreDrawnCount() {
    assertRefused(
        () -> new Traversal(model()).codes(1).samples(50_001).steps(2).grid(),
        "make 100002 images");
  }

  @Test
  void refusesNumbersThatMakeNoGrid() {
    assertRefused(() -> new Traversal(model()).samples(0), "samples is 0", "at least 1");
    assertRefused(() -> new Traversal(model()).steps(1), "steps is 1", "at least 2");
  }
}
