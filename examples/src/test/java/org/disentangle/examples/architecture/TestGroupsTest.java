// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * The groups of tests that the profile {@code fast} leaves out: {@code cluster} starts other Java
 * processes, {@code train} trains networks or learners for seconds, {@code contract} visits every
 * public stage, {@code fuzz} generates inputs.
 */
class TestGroupsTest {

  private static final Path ROOT = SharedSpark.testData().getParent();

  private static final String CONTRACT = "org.disentangle.examples.contract";

  /** And the methods of ClusterConf that give executors processes of their own. */
  private static final Set<String> STARTERS =
      Set.of(
          "org.disentangle.testing.ChildJvm",
          "org.disentangle.testing.StandaloneCluster",
          "java.lang.ProcessBuilder");

  /** jqwik knows its own annotation alone. */
  private static final List<String> TAGS =
      List.of("org.junit.jupiter.api.Tag", "net.jqwik.api.Tag");

  private static final Map<String, JavaClass> CLASSES = new TreeMap<>();

  /** Of the modules that share no test jar, the folders, once they are compiled. */
  @BeforeAll
  static void importTests() {
    List<Path> folders =
        Stream.of("estimators", "evaluators")
            .map(module -> ROOT.resolve(module).resolve("target/test-classes"))
            .filter(Files::exists)
            .toList();
    new ClassFileImporter().importPaths(folders).forEach(type -> CLASSES.put(type.getName(), type));
    new ClassFileImporter()
        .withImportOption(location -> !new NoTestJars().includes(location))
        .importPackages("org.disentangle")
        .forEach(type -> CLASSES.put(type.getName(), type));
  }

  @Test
  void testsThatStartProcessesAreInCluster() {
    Predicate<Dependency> starts =
        dependency ->
            STARTERS.contains(dependency.getTargetClass().getName())
                || dependency.getDescription().contains("testing.ClusterConf.with");
    assertGroup("cluster", "org.disentangle.train.round.ClusterShapesTest", starts);
  }

  @Test
  void testsThatVisitEveryStageAreInContractOrFuzz() {
    assertGroup(
        "contract",
        CONTRACT + ".EveryStageContractTest",
        dependency -> dependency.getTargetClass().getFullName().equals(CONTRACT + ".PublicStages"));
  }

  @Test
  void testsWithGeneratedInputsAreInFuzz() {
    assertGroup(
        "fuzz",
        "org.disentangle.examples.fuzz.DamagedFilesTest",
        dependency -> dependency.getTargetClass().getName().equals("net.jqwik.api.Property"));
  }

  @Test
  void theFastProfileLeavesOutEveryGroup() throws IOException {
    Matcher excluded =
        Pattern.compile("<excluded\\.test\\.groups>(\\w+(?:,\\w+)+)<")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertTrue(excluded.find());
    Set<String> used =
        CLASSES.values().stream()
            .flatMap(type -> groups(type).stream())
            .collect(Collectors.toSet());
    assertEquals(used, Set.of(excluded.group(1).split(",")));
  }

  /** Tests that use something, themselves or through other test classes, carry the group's tag. */
  private static void assertGroup(String group, String known, Predicate<Dependency> uses) {
    Set<String> all = new TreeSet<>();
    Set<String> untagged = new TreeSet<>();
    for (JavaClass type : CLASSES.values()) {
      if (isTest(type) && reach(type).anyMatch(uses)) {
        all.add(type.getName());
        if (!groups(type).contains(group) && !groups(type).contains("fuzz")) {
          untagged.add(type.getName());
        }
      }
    }
    assertTrue(all.contains(known), () -> "only found " + all);
    assertEquals(Set.of(), untagged, "without @Tag(\"" + group + "\")");
  }

  private static boolean isTest(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
  }

  private static Set<String> groups(JavaClass type) {
    return type.getAnnotations().stream()
        .filter(annotation -> TAGS.contains(annotation.getRawType().getName()))
        .map(annotation -> annotation.get("value").orElseThrow().toString())
        .collect(Collectors.toSet());
  }

  /** What a class and the test classes that it uses depend on. */
  private static Stream<Dependency> reach(JavaClass start) {
    Set<JavaClass> seen = new HashSet<>(Set.of(start));
    Deque<JavaClass> open = new ArrayDeque<>(seen);
    Stream.Builder<Dependency> found = Stream.builder();
    while (!open.isEmpty()) {
      for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
        found.add(dependency);
        JavaClass next = CLASSES.get(dependency.getTargetClass().getName());
        if (next != null && seen.add(next)) {
          open.push(next);
        }
      }
    }
    return found.build();
  }
}
