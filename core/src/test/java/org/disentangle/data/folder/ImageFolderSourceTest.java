// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are found at any depth; what is left out is counted. */
class ImageFolderSourceTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  @TempDir Path folder;

  @Test
  void picturesOfAnyDepthInTheOrderOfTheirPaths() throws IOException {
    for (String name :
        new String[] {"b/_x.PNG", "a.jpg", "b/c/d/e.jpeg", "_b/f.png", "b[1]/g.jpe", "u %:.jfif"}) {
      file(name);
    }
    file("plain");
    file("b/.hidden.png");
    Files.writeString(folder.resolve("README"), "text");
    assertEquals(
        List.of(
            "_b/f.png", "a.jpg", "b/_x.PNG", "b/c/d/e.jpeg", "b[1]/g.jpe", "plain", "u %:.jfif"),
        names(load(folder)));
    assertArrayEquals(PNG, load(folder).first().getAs("content"));
    assertEquals(
        List.of("g.jpe"),
        names(load(folder.resolve("b[1]"))).stream()
            .map(name -> name.substring(name.lastIndexOf('/') + 1))
            .toList());
  }

  @Test
  void whatIsLeftOutIsCounted() throws IOException {
    file("a/x.png");
    file("a/y.gif");
    file("z.GIF");
    file(".DS_Store");
    file(".git/config");
    file("notes.txt");
    file("LICENSE.png/inner.txt");
    Files.writeString(folder.resolve("README"), "text");
    FolderListing listing = listing();
    List<String> kinds =
        listing.leftOut().stream().map(line -> line.substring(0, line.indexOf(','))).toList();
    assertEquals(
        List.of("2 .gif files", "2 .txt files", "1 hidden file", "1 hidden folder", "1 other file"),
        kinds);
    assertEquals(1, listing.pictures().size());
  }

  private FolderListing listing() throws IOException {
    FileSystem files = FileSystem.getLocal(new Configuration()).getRaw();
    return FolderListing.of(
        files,
        files.getFileStatus(new org.apache.hadoop.fs.Path(folder.toString())),
        FileChoice.ALL);
  }

  @Test
  void linkedFoldersAreReadOnce(@TempDir Path elsewhere) throws IOException {
    Files.write(elsewhere.resolve("far.png"), PNG);
    Files.createSymbolicLink(elsewhere.resolve("home"), folder);
    file("b/c/x.png");
    link("b/c/back", Path.of("../../b"));
    link("a", folder.resolve("b/c"));
    link("far-1", elsewhere);
    link("far-2", folder.resolve("far-1"));
    link("file.png", folder.resolve("b/c/x.png"));
    link("broken.png", folder.resolve("nothing.png"));
    link("b/circle", folder.resolve("b/circle"));
    assertEquals(List.of("b/c/x.png", "far-1/far.png", "file.png"), names(load(folder)));
    String root = "file:" + folder;
    assertEquals(
        List.of(
            "2 broken links, such as " + root + "/broken.png",
            "4 repeated folders, such as " + root + "/a"),
        listing().leftOut().stream().map(line -> line.replace("b/circle", "broken.png")).toList());
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), target);
  }

  @Test
  void deepFoldersAreRead() throws IOException {
    file("d/".repeat(300) + "x.png");
    assertEquals(1, load(folder).count());
  }

  /** Java's own paths hold such names as bytes, which a URI can write. */
  @Test
  void namesThatAreNoTextAreRefused() throws IOException {
    file("a/x.png");
    Path picture = Path.of(URI.create(folder.toUri() + "a/y%FF.png"));
    Files.write(picture, PNG);
    Files.write(Path.of(URI.create(folder.toUri() + "a/notes%FF.txt")), PNG);
    Path inner = Files.createDirectory(Path.of(URI.create(folder.toUri() + "sub%E9")));
    Files.write(inner.resolve("z.png"), PNG);
    assertRefused(
        "imagefolder", reader(), "no text here", "/a/y\uFFFD.png", "/sub\uFFFD;", "convmv");
    Files.delete(picture);
    assertRefused("imagefolder", reader(), "no text here: " + folder + "/sub\uFFFD;");
    assertEquals(1, load(folder.resolve("a")).count());
  }

  @Test
  void blanksAroundANameBelongToIt() throws IOException {
    file(" a \n/x.png");
    assertEquals(1, load(folder.resolve(" a \n")).count());
    assertEquals(1, SharedSpark.session().read().format("folder").load(folder + "/ a \n").count());
  }

  @Test
  void foldersWithoutPicturesAreRefused() throws IOException {
    assertRefused(
        "imagefolder",
        reader(),
        folder.toString(),
        "found an empty folder",
        "PNG, JPEG, PGM or PPM");
    link("broken", folder.resolve("nothing"));
    assertRefused("imagefolder", reader(), folder.toString(), "found only 1 broken link");
    Files.delete(folder.resolve("broken"));
    file("a/x.txt");
    file("b/y.txt");
    file(".hidden.png");
    assertRefused(
        "imagefolder",
        reader(),
        folder.toString(),
        "found only 2 .txt files, 1 hidden file, 2 folders");
    assertRefused(
        "imagefolder",
        SharedSpark.session().read().format("imagefolder").option("path", folder + "/*.png"),
        "found nothing",
        "read to any depth");
  }

  @Test
  void aSingleFileAndASample() throws IOException {
    file("a.bin");
    assertEquals(1, load(folder.resolve("a.bin")).count());
    for (int i = 0; i < 9; i++) {
      file(i + ".png");
    }
    Dataset<Row> drawn = reader().option("sample", 4).option("seed", 3).load();
    assertEquals(4, drawn.count());
    assertEquals(names(drawn), names(reader().option("sample", 4).option("seed", 3).load()));
    assertEquals(2, reader().option("numPartitions", 2).load().rdd().getNumPartitions());
  }

  private DataFrameReader reader() {
    return SharedSpark.session().read().format("imagefolder").option("path", folder.toString());
  }

  private static Dataset<Row> load(Path path) {
    return SharedSpark.session().read().format("imagefolder").load(path.toString());
  }

  private List<String> names(Dataset<Row> files) {
    String root = "file:" + folder + "/";
    return files.select("path").collectAsList().stream()
        .map(row -> row.getString(0).replace(root, ""))
        .toList();
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, PNG);
  }
}
