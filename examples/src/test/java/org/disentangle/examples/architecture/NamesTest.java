// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names that say nothing, or that two classes have, are refused; packages say what they are for.
 */
@AnalyzeClasses(
    packages = "org.disentangle",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class NamesTest {

  @ArchTest
  static final ArchRule noEmptyNames =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

  @ArchTest
  static void everyPackageIsDescribed(JavaClasses classes) {
    assertTrue(classes.contain("org.disentangle.latent.Seeds"), "the libraries were not imported");
    Set<String> described =
        classes.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    List<String> bare =
        new TreeSet<>(
                classes.stream()
                    .map(JavaClass::getPackageName)
                    .filter(name -> !described.contains(name))
                    .toList())
            .stream().toList();
    assertEquals(List.of(), bare);
  }

  /**
   * A simple name is enough to find a class. Nested classes may share names such as {@code Result}
   * among each other, since they are written with the class around them; none has the name of a
   * class of its own file.
   */
  @ArchTest
  static void noSimpleNameTwice(JavaClasses classes) {
    Map<String, List<JavaClass>> byName =
        classes.stream()
            .filter(type -> !type.isAnonymousClass() && !type.isArray())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName));
    assertTrue(byName.containsKey("Seeds"), "the libraries were not imported");
    List<String> twice =
        byName.values().stream()
            .filter(named -> named.size() > 1)
            .filter(named -> named.stream().anyMatch(JavaClass::isTopLevelClass))
            .map(named -> named.stream().map(JavaClass::getName).sorted().toList().toString())
            .sorted()
            .toList();
    assertEquals(List.of(), twice);
  }
}
