// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

  @TempDir Path folder;

  @Test
  void optionsFollowThePath() {
    DataSpec faces = DataSpec.parse("image:a,b/c,cropSize=128,colourMode=rgb");
    assertEquals("a,b/c", faces.path());
    assertEquals(Map.of("cropSize", "128", "colourMode", "rgb"), faces.options());
    assertEquals(new DataSpec("image", "a=b", Map.of()), DataSpec.parse("image:a=b"));
  }

  @Test
  void picturesAreAsTheyAreUnlessOptionsSayOtherwise() throws IOException {
    picture("a.png", 20, 30);
    picture("b.jpg", 20, 30);
    assertShape(new ImageShape(3, 20, 30), "");
    assertShape(new ImageShape(1, 8, 8), ",cropSize=16,imageSize=8,colourMode=grey");
    assertShape(new ImageShape(3, 5, 5), ",imageSize=5,interpolation=area");
  }

  private void assertShape(ImageShape expected, String options) {
    Dataset<Row> images = DataSpec.parse("image:" + folder + options).load(SharedSpark.session());
    assertEquals(List.of("path", "image"), List.of(images.columns()));
    assertEquals(Optional.of(expected), ImageColumns.shapeOf(images.schema().apply("image")));
    List<Row> rows =
        images.select("image.origin", "image.height").orderBy("origin").collectAsList();
    assertEquals(2, rows.size());
    assertTrue(rows.get(1).getString(0).endsWith("b.jpg"));
    assertEquals(expected.height(), rows.get(0).getInt(1));
  }

  @Test
  void badOptionsAndFilesAreRefused() throws IOException {
    picture("a.png", 4, 4);
    assertRefused("train --data image:%s,cropsize=3 --out x", "found 'cropsize'");
    assertRefused("train --data image:%s,imageSize=4x4 --out x", "'4x4'");
    assertRefused("train --data image:%s,colourMode=gray --out x", "'gray'");
    assertRefused("train --data image:%s,applyOrientation=yes --out x", "true or false");
    Files.writeString(folder.resolve("b.png"), "no picture");
    assertRefused("train --data image:%s,imageSize=4,colourMode=grey --out x", "1x4x4");
    Dataset<Row> images = DataSpec.parse("image:" + folder).load(SharedSpark.session());
    try (QuietSpark quiet = new QuietSpark()) {
      assertThrows(Exception.class, images.coalesce(1)::collect);
    }
  }

  /** There imageSize does not resize, so that advice to set it would lead nowhere. */
  @Test
  void drawnPicturesAreNotResized() {
    assertRefused("data describe teapots:rows=4,imageWidth=4", "'imageWidth=4'");
    assertRefused("data describe dsprites:imageSize=32,imageWidth=48", "size in which they are");
    assertRefused("data describe cdsprites:imageSize=32,interpolation=area", "of cdsprites");
    String drawn = "teapots:rows=4,imageSize=16,recipe=celeba-infogancr,cropSize=16,imageWidth=8";
    Dataset<Row> images = DataSpec.parse(drawn).load(SharedSpark.session());
    assertEquals(8, images.select("image.width").first().getInt(0));
  }

  private void assertRefused(String command, String expected) {
    CommandRun run = CommandRun.of(command, folder);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(expected), run::err);
  }

  private void picture(String name, int height, int width) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    String format = name.endsWith("png") ? "png" : "jpg";
    ImageIO.write(image, format, folder.resolve(name).toFile());
  }
}
