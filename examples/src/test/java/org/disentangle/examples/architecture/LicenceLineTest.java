// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** Every source file says under which licence it is. */
class LicenceLineTest {

  private static final String LINE = "// SPDX-License-Identifier: Apache-2.0";

  @Test
  void everySourceFileBeginsWithIt() throws IOException {
    Path root = SharedSpark.testData().toRealPath().getParent();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(root)) {
      sources =
          files
              .filter(file -> file.toString().matches(".*/src/.*\\.(java|scala)"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
    }
    assertTrue(sources.size() > 500, sources.size() + " sources in " + root);
    assertEquals(List.of(), sources.stream().filter(file -> !begins(file)).toList());
  }

  private static boolean begins(Path source) {
    try (Stream<String> lines = Files.lines(source)) {
      return lines.findFirst().orElse("").equals(LINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
