// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void makesFoldersAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    WholeFile.write(file, new byte[] {1, 2}, false);
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    try (Stream<Path> siblings = Files.list(file.getParent())) {
      assertEquals(List.of(file), siblings.toList());
    }
  }

  @Test
  void replacesOnlyWhenAsked() throws IOException {
    Path file = folder.resolve("file.txt");
    Files.writeString(file, "mine");
    String message =
        assertThrows(
                FileAlreadyExistsException.class,
                () -> WholeFile.write(file, new byte[] {1}, false))
            .getMessage();
    assertTrue(message.contains("file.txt"), message);
    assertEquals("mine", Files.readString(file));
    WholeFile.write(file, new byte[] {1}, true);
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
  }

  @Test
  void filesThatBelongTogetherAreReplacedTogether() throws IOException {
    Path one = Files.writeString(folder.resolve("one"), "old");
    Path below = Files.writeString(folder.resolve("two"), "a file").resolve("below");
    Map<Place, byte[]> files = new LinkedHashMap<>();
    files.put(Place.of(one), new byte[] {'n', 'e', 'w'});
    files.put(Place.of(below), new byte[1]);
    assertThrows(IOException.class, () -> WholeFile.replace(files));
    assertEquals("old", Files.readString(one));
    assertEquals(2, folder.toFile().list().length);
    WholeFile.replace(Map.of(Place.of(one), new byte[] {'n', 'e', 'w'}));
    assertEquals("new", Files.readString(one));
  }

  @Test
  void theOldFolderGoesWhenTheNewOneIsThere() throws IOException {
    Path old = Files.createDirectories(folder.resolve("f"));
    Files.writeString(old.resolve("a"), "old");
    Place place = Place.of(old);
    assertThrows(
        IOException.class, () -> WholeFile.writeFolder(place, true, this::failsAfterTheOldIsSeen));
    assertThrows(IOException.class, () -> WholeFile.writeFolder(place, true, Place::delete));
    assertEquals("old", Files.readString(old.resolve("a")));
    WholeFile.writeFolder(place, true, aside -> aside.child("b").create(new byte[] {1}));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(folder, old, old.resolve("b")), left.sorted().toList());
    }
  }

  private void failsAfterTheOldIsSeen(Place aside) throws IOException {
    aside.child("b").create(new byte[] {1});
    assertTrue(Files.exists(folder.resolve("f/a")));
    throw new IOException("No space left on device");
  }

  @Test
  void othersMayReadTheFileAsAnyOther() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path whole = folder.resolve("whole");
    WholeFile.write(whole, new byte[] {1}, false);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(whole));
    }
  }

  @Test
  void picturesComeBackAsTheyWere() throws IOException {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(2, 1, 0xFF123456);
    PngFile.write(Place.of(folder.resolve("p.png")), picture, false);
    BufferedImage back = ImageIO.read(folder.resolve("p.png").toFile());
    assertEquals(0xFF123456, back.getRGB(2, 1));
    assertEquals(3, back.getWidth());
  }
}
