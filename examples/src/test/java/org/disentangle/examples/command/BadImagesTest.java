// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands given damaged images name the file, end with code 2 and leave nothing behind. */
class BadImagesTest {

  @TempDir static Path models;
  private static Path model;

  @TempDir Path work;
  private Path images;
  private Path outputs;

  @BeforeAll
  static void saveModel() throws IOException {
    SharedSpark.session();
    model = models.resolve("model");
    TinyModel.of(1).write().save(model.toString());
  }

  @BeforeEach
  void folders() throws IOException {
    images = Files.createDirectory(work.resolve("images"));
    outputs = Files.createDirectory(work.resolve("outputs"));
  }

  @Test
  void idxFiles() throws IOException {
    byte[] whole = ByteBuffer.allocate(16 + 2048).putInt(0x803).putInt(2).array();
    ByteBuffer.wrap(whole).putInt(8, 32).putInt(12, 32);
    Path file = images.resolve("data");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(whole);
    }
    byte[] zipped = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(zipped, zipped.length - 9));
    assertRefused("idx:" + file, file, "a gzip file");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused("idx:" + file, file, "2047 bytes after the header");
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("idx:" + file, file, "2049 bytes after the header");
    Path labels = images.resolve("labels");
    Files.write(labels, ByteBuffer.allocate(11).putInt(0x801).putInt(3).array());
    assertRefused("idx:" + labels, labels, "magic number 0x00000801");
    Files.write(file, whole);
    assertRefused(
        String.format(Locale.ROOT, "idx:%s,labels=%s", file, labels), labels, "found 3 labels");
  }

  @Test
  void anArchiveWithoutImages() throws IOException {
    Path file = images.resolve("sprites.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("latents_classes.npy"));
    }
    assertRefused("dsprites:path=" + file, file, "no array imgs among [latents_classes]");
  }

  @Test
  void aTextFileAmongPictures() throws IOException {
    Path file = Files.writeString(images.resolve("notes.png"), "Not a picture.");
    assertRefusedAmongPictures(file, "14 bytes of text that begin 'Not a picture.'");
  }

  @Test
  void aPictureWithoutBytes() throws IOException {
    Path file = Files.createFile(images.resolve("empty.png"));
    assertRefusedAmongPictures(file, "no bytes at all");
  }

  @Test
  void severalDamagedPicturesAreNamedTogetherWithWhatLeavesThemOut() throws IOException {
    for (int i = 0; i < 8; i++) {
      Files.writeString(images.resolve("note" + i + ".png"), "Not a picture.");
    }
    picture("fine.png", BufferedImage.TYPE_BYTE_GRAY);
    CommandRun run;
    try (QuietSpark quiet = new QuietSpark()) {
      run = encoding("");
    }
    assertEquals(2, run.exitCode());
    assertEquals(2, run.refusal().size(), run::err);
    String advice = run.refusal().get(1);
    assertTrue(
        advice.matches(".* [2-8] images or more cannot be read, also .*note\\d\\.png.*"), advice);
    assertTrue(advice.contains("(handleInvalid=skip in --data)"), advice);
    assertEquals(0, encoding(",handleInvalid=skip").exitCode());
  }

  private CommandRun encoding(String options) {
    return CommandRun.of(
        "encode --model %s --data image:%s,imageSize=32,colourMode=grey%s --out %s",
        model, images, options, outputs.resolve("codes"));
  }

  @Test
  void aPictureForPrint() throws IOException {
    Path file = images.resolve("print.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (FileImageOutputStream stream = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
      writer.write(new IIOImage(raster, null, null));
    }
    writer.dispose();
    assertRefusedAmongPictures(file, "a CMYK JPEG");
  }

  @Test
  void picturesOfSixteenBitsAreEncoded() throws IOException {
    picture("deep.png", BufferedImage.TYPE_USHORT_GRAY);
    String command = "encode --model %s --data image:%s --out %s";
    CommandRun run = CommandRun.of(command, model, images, outputs.resolve("codes"));
    assertEquals(0, run.exitCode(), run::err);
  }

  @Test
  void whatIsToBeReplacedStaysUntilThereIsSomethingToReplaceIt() throws IOException {
    picture("fine.png", BufferedImage.TYPE_BYTE_GRAY);
    Path codes = outputs.resolve("codes");
    String command = "encode --model %s --data image:%s --overwrite --out %s";
    assertEquals(0, CommandRun.of(command, model, images, codes).exitCode());
    Path bad = Files.writeString(images.resolve("notes.png"), "Not a picture.");
    try (QuietSpark quiet = new QuietSpark()) {
      assertEquals(2, CommandRun.of(command, model, images, codes).exitCode());
    }
    assertEquals(1, SharedSpark.session().read().parquet(codes.toString()).count());
    Files.delete(bad);
    picture("second.png", BufferedImage.TYPE_BYTE_GRAY);
    assertEquals(0, CommandRun.of(command, model, images, codes).exitCode());
    assertEquals(2, SharedSpark.session().read().parquet(codes.toString()).count());
    assertEquals(List.of("codes"), written());
  }

  private void assertRefusedAmongPictures(Path bad, String found) throws IOException {
    for (int i = 0; i < 4; i++) {
      picture(String.format(Locale.ROOT, "fine%d.png", i), BufferedImage.TYPE_BYTE_GRAY);
    }
    assertRefused("image:" + images + ",imageSize=32,colourMode=grey", bad, found);
  }

  private void assertRefused(String data, Path file, String found) throws IOException {
    String encode =
        String.format(
            Locale.ROOT, "encode --model %s --data %s --out %s", model, data, output("codes"));
    String train =
        String.format(
            Locale.ROOT,
            "train --preset small32 --batch-size 2 --max-iter 2 --data %s --out %s",
            data,
            output("model"));
    for (String command : List.of(encode, train)) {
      CommandRun run;
      try (QuietSpark quiet = new QuietSpark()) {
        run = CommandRun.of("%s", command);
      }
      assertEquals(2, run.exitCode(), run::err);
      List<String> lines = run.refusal();
      assertTrue(lines.size() <= 2, run::err);
      assertTrue(lines.get(0).contains(file.toString()), run::err);
      assertTrue(lines.get(0).contains(found), run::err);
      assertEquals("", run.out());
      assertEquals(List.of(), written());
    }
  }

  private Path output(String name) {
    return outputs.resolve(name);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(outputs)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void picture(String name, int type) throws IOException {
    ImageIO.write(new BufferedImage(32, 32, type), "png", images.resolve(name).toFile());
  }
}
