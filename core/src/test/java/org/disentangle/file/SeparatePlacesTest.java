// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparatePlacesTest {

  private static final InputErrors ERRORS = new InputErrors("test");

  @TempDir Path folder;

  @BeforeEach
  void makeInput() throws IOException {
    Files.createDirectories(folder.resolve("above/data/below"));
  }

  private static Place place(String text) {
    return Place.of(ERRORS, "--out", text, new Configuration());
  }

  private void check(String output) {
    new SeparatePlaces(ERRORS)
        .input("--data", place(folder + "/above/data"))
        .output("--out", place(output))
        .require();
  }

  private void assertRefused(String output, String relation) {
    String message = assertThrows(InvalidInputException.class, () -> check(output)).getMessage();
    assertTrue(message.contains("parameter --out: found " + output + ";"), message);
    assertTrue(message.contains("--data (" + folder + "/above/data), " + relation), message);
  }

  @Test
  void everySpellingOfTheInputIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("above"));
    String data = folder + "/above/data";
    for (String same :
        new String[] {
          data,
          data + "/",
          "file:" + data,
          "file://" + data + "/",
          folder + "/above/./data",
          folder + "/above/other/../data",
          folder + "//above//data",
          link + "/data",
          Path.of("").toAbsolutePath().relativize(folder).resolve("above/data").toString()
        }) {
      assertRefused(same, "which is the same place");
    }
  }

  @Test
  void whatHoldsTheInputOrLiesInItIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("above/data"));
    assertRefused(folder + "/above", "which lies in it");
    assertRefused("file://" + folder, "which lies in it");
    assertRefused("/", "which lies in it");
    assertRefused(folder + "/above/data/below", "in which it lies");
    assertRefused(folder + "/above/data/new/x.png", "in which it lies");
    assertRefused(link + "/new", "in which it lies");
    assertRefused(link.toString(), "which is the same place");
  }

  @Test
  void whatTheInputLinksToIsPartOfIt() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real/a/b"));
    Path file = Files.writeString(real.resolve("x.parquet"), "rows");
    Path far = Files.createDirectories(folder.resolve("far"));
    Path data = folder.resolve("above/data");
    Files.createSymbolicLink(far.resolve("back"), data);
    Path hop = Files.createSymbolicLink(folder.resolve("hop"), far);
    Files.createSymbolicLink(real.resolve("c"), hop);
    Files.createSymbolicLink(data.resolve("broken"), folder.resolve("nothing"));
    Files.createSymbolicLink(data.resolve("loop"), data);
    assertDoesNotThrow(() -> check(folder + "/real"));
    Path link = Files.createSymbolicLink(data.resolve("below/p=1"), real.getParent());
    assertLinked(folder + "/real/a", "below/p=1", "which is the same place");
    assertLinked(folder + "/real", "below/p=1", "which lies in it");
    assertLinked(real + "/new", "below/p=1", "in which it lies");
    assertLinked(file.toString(), "below/p=1", "in which it lies");
    assertLinked(far.toString(), "below/p=1/b/c", "which is the same place");
    assertLinked(hop + "/new", "below/p=1/b/c", "in which it lies");
    Files.delete(link);
    assertDoesNotThrow(() -> check(folder + "/real"));
    Files.createSymbolicLink(data.resolve("y.parquet"), Path.of("../../real/a/b/x.parquet"));
    assertLinked(file.toString(), "y.parquet", "which is the same place");
    assertLinked(folder + "/real", "y.parquet", "which lies in it");
    assertDoesNotThrow(() -> check(real + "/z.parquet"));
  }

  private void assertLinked(String output, String link, String relation) {
    String message = assertThrows(InvalidInputException.class, () -> check(output)).getMessage();
    assertTrue(message.contains("parameter --out: found " + output + ";"), message);
    assertTrue(
        message.contains(
            "what --data (" + folder + "/above/data) links to by " + link + ", " + relation),
        message);
  }

  @Test
  void placesBesideAreTaken() {
    for (String apart : new String[] {"/above/data2", "/above/dat", "/data", "/above/data-out/x"}) {
      assertDoesNotThrow(() -> check(folder + apart));
    }
  }

  @Test
  void outputsLieApartToo() {
    SeparatePlaces places =
        new SeparatePlaces(ERRORS)
            .output("--plots", place(folder + "/new"))
            .output("--json", place("file://" + folder + "/new/m.json"));
    String message = assertThrows(InvalidInputException.class, places::require).getMessage();
    assertTrue(message.contains("--json") && message.contains("--plots ("), message);
  }

  @Test
  void unknownAndReadOnlyFileSystemsAreRefusedByName() {
    for (String text : new String[] {"nosuch://x/y", "https://host/x", "a:b", "s3a://bucket/x"}) {
      String message =
          assertThrows(
                  InvalidInputException.class,
                  () -> new SeparatePlaces(ERRORS).output("--out", place(text)))
              .getMessage();
      assertTrue(message.contains("--out"), message);
      assertTrue(message.contains(text), message);
    }
  }

  @Test
  void placesThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (String output : new String[] {"/proc/none/x.png", file + "/x.png"}) {
      String message = assertThrows(InvalidInputException.class, () -> check(output)).getMessage();
      assertTrue(message.contains(output) && message.contains("(--out)"), message);
    }
  }

  @Test
  void devicesAreNotReplaced() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("nul"), Path.of("/dev/null"));
    for (String device : List.of("/dev/null", "/dev/full", "/dev/fd/0", link.toString())) {
      if (Files.exists(Path.of(device))) {
        String message =
            assertThrows(InvalidInputException.class, () -> check(device)).getMessage();
        assertTrue(message.contains("--out: found " + device + "; expected a file"), message);
        assertTrue(message.contains("a device"), message);
        assertThrows(
            FileAlreadyExistsException.class,
            () -> WholeFile.write(Path.of(device), new byte[0], true));
      }
    }
  }

  @Test
  void filesAreNotReplacedByFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("thesis"), "mine");
    String message =
        assertThrows(
                InvalidInputException.class,
                () ->
                    FolderContent.STAGE.requireReplaceable(
                        ERRORS, "--model", place(file.toString())))
            .getMessage();
    assertTrue(message.contains("found a file"), message);
  }

  @Test
  void onlyEarlierResultsAreReplaced() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model/metadata")).getParent();
    SeparatePlaces places =
        new SeparatePlaces(ERRORS).output("--model", place(model.toString()), FolderContent.STAGE);
    assertDoesNotThrow(places::require);
    Files.writeString(model.resolve("thesis.txt"), "mine");
    String message = assertThrows(InvalidInputException.class, places::require).getMessage();
    assertTrue(message.contains("thesis.txt"), message);
  }
}
