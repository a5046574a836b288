// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Python package has a class for every stage, with its Params as they are. With {@code
 * -Ddisentangle.python.write=true} this test writes the generated files instead:
 *
 * <pre>mvn -B -pl examples -am test -Dtest=PythonPackageTest -Ddisentangle.python.write=true \
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@Tag("contract")
class PythonPackageTest {

  private static final Path ROOT = SharedSpark.testData().toAbsolutePath().normalize().getParent();

  private static PythonPackage generated;

  @BeforeAll
  static void generate() {
    SharedSpark.session();
    generated = new PythonPackage(ROOT);
  }

  @Test
  void theFilesAreThoseThatTheStagesGive() throws IOException {
    Path folder = ROOT.resolve("examples/python/disentangle");
    for (Map.Entry<String, String> file : generated.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (Boolean.getBoolean("disentangle.python.write")) {
        Files.writeString(path, file.getValue());
      }
      assertEquals(file.getValue(), Files.readString(path), file.getKey());
    }
  }
}
