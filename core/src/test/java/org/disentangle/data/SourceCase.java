// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.spark.sql.DataFrameReader;
import org.disentangle.data.idx.IdxBytes;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.data.npz.SparseArchive;
import org.disentangle.data.sprite.SpriteArchive;
import org.disentangle.testing.SharedSpark;

/**
 * A small read of a data source.
 *
 * @param name for {@code format(...)} and {@code USING}
 * @param options that give few rows
 * @param rows how many
 */
record SourceCase(String name, Map<String, String> options, int rows) {

  /** Every source; {@code dsprites} rendered and from an archive. */
  static List<SourceCase> all() {
    try {
      Path folder = Files.createTempDirectory("sources");
      folder.toFile().deleteOnExit();
      String archive = file(folder, "sprites.npz", SpriteArchive.bytes().deflated());
      String images = file(folder, "images", IdxBytes.gzip(IdxBytes.images(50)));
      String labels = file(folder, "labels", IdxBytes.labels(50));
      return List.of(
          new SourceCase("dsprites", Map.of("imageSize", "16", "factors", "scale,posX"), 192),
          new SourceCase("dsprites", Map.of("path", archive, "sample", "30"), 30),
          new SourceCase("cdsprites", Map.of("angle", "0:3"), 108),
          new SourceCase("teapots", Map.of("rows", "40", "imageSize", "16"), 40),
          new SourceCase("teapots", Map.of("groups", "4", "groupSize", "5"), 20),
          new SourceCase(
              "folder",
              Map.of("path", pictures(folder), "labels", "folder", "pattern", "(?<number>.).png"),
              6),
          new SourceCase("idx", Map.of("path", images, "labels", labels), 50),
          new SourceCase("npz", Map.of("path", npz(folder), "sizes", "2,3,5"), 30),
          new SourceCase(
              "mpi3d",
              Map.of("path", SparseArchive.mpi3d(folder), "factors", "vertical_axis,object_size"),
              80),
          new SourceCase("hdf5", Map.of("path", copy(folder, "h5_lzf.h5"), "labels", "b"), 50),
          new SourceCase("dsprites", Map.of("path", copy(folder, "dsprites_small.hdf5")), 90),
          new SourceCase(
              "shapes3d", Map.of("path", copy(folder, "3dshapes_small_shuffle.h5")), 120),
          new SourceCase(
              "rc49", Map.of("path", copy(folder, "RC-49_64x64.h5"), "split", "train"), 25),
          new SourceCase("cars3d", Map.of("path", copy(folder, "cars"), "elevation", "1"), 48),
          new SourceCase("smallnorb", Map.of("path", copy(folder, "smallnorb")), 6),
          new SourceCase("norb", Map.of("path", copy(folder, "norb")), 6),
          new SourceCase("cifar", Map.of("path", copy(folder, "cifar10")), 10),
          new SourceCase("yaleb", Map.of("path", copy(folder, "yale")), 6),
          new SourceCase("celeba", Map.of("path", copy(folder, "faces"), "label", "identity"), 4),
          new SourceCase("sprites", Map.of("path", copy(folder, "sprites"), "sample", "40"), 40),
          new SourceCase("svhn", Map.of("path", copy(folder, "svhn_v5z.mat")), 20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String copy(Path folder, String name) throws IOException {
    return DatasetCopy.of(name, folder).toString();
  }

  private static String npz(Path folder) throws IOException {
    NpzBytes archive = new NpzBytes().with("x", "|u1", "30, 2, 2", new byte[120]);
    return file(folder, "images.npz", archive.stored());
  }

  private static String pictures(Path folder) throws IOException {
    Path pictures = folder.resolve("pictures");
    for (int i = 0; i < 6; i++) {
      Path file = pictures.resolve(i % 2 + "/" + i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    }
    return pictures.toString();
  }

  private static String file(Path folder, String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    file.toFile().deleteOnExit();
    return file.toString();
  }

  DataFrameReader reader() {
    return SharedSpark.session().read().format(name).options(options);
  }

  Map<String, String> with(String option, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return more;
  }

  /** The statement that makes a view. */
  String view(String view, Map<String, String> chosen) {
    String list =
        chosen.entrySet().stream()
            .map(
                option -> String.format(Locale.ROOT, "%s '%s'", option.getKey(), option.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "CREATE OR REPLACE TEMPORARY VIEW %s USING %s OPTIONS (%s)", view, name, list);
  }

  /** Does something while the file of images, if there is one, is not there. */
  void loseImages(Runnable meanwhile) {
    if (!options.containsKey(OptionReader.PATH)) {
      meanwhile.run();
      return;
    }
    Path images = Path.of(options.get(OptionReader.PATH));
    Path aside = images.resolveSibling("aside");
    try {
      Files.move(images, aside);
      try {
        meanwhile.run();
      } finally {
        Files.move(aside, images);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
