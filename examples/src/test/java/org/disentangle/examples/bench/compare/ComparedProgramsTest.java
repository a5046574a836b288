// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.disentangle.examples.command.CommandRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that are Java programs. */
@Tag("cluster")
class ComparedProgramsTest {

  private static final String MAIN = "org/disentangle/examples/Main";

  @TempDir Path folder;

  @Test
  void thisBuildIsComparedWithItself() throws IOException {
    Path script = folder.resolve("examples/bin/disentangle");
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "#!/bin/sh\nexec "
            + ProgramBuild.own().command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "))
            + " \"$@\"\n");
    assertTrue(script.toFile().setExecutable(true));
    Path json = folder.resolve("compared.json");
    CommandRun run =
        CommandRun.success(
            "bench compare --with %s --pairs 1 --json %s step --preset small32 --batch-size 2 --seconds 0.01",
            folder, json);
    assertTrue(run.out().contains("phaseCrMs"), run::out);
    assertEquals(2, run.err().lines().count(), run::err);
    JsonNode figure = new ObjectMapper().readTree(json.toFile()).get("figures").get(0);
    assertEquals("phase0Ms", figure.get("name").asText());
    assertTrue(figure.get("ratio").asDouble() > 0, figure::toString);
    assertEquals(figure.get("least"), figure.get("most"));
  }

  @Test
  void aJarRunsWithTheLibrariesOfThisBuild() throws IOException {
    Path source = folder.resolve(MAIN + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        "package org.disentangle.examples; public class Main { public static void main(String[] a)"
            + " throws Exception { Class.forName(\"picocli.CommandLine\");"
            + " System.out.println(\"a build of one class\"); } }");
    String path = source.toString();
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, path));
    Path jar = folder.resolve("disentangle.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(MAIN + ".class"));
      out.write(Files.readAllBytes(folder.resolve(MAIN + ".class")));
    }
    for (Path place : List.of(jar, folder)) {
      assertEquals(
          List.of("a build of one class"),
          ProgramBuild.at("--with", place.toString()).run(List.of("bench")).out());
    }
  }
}
