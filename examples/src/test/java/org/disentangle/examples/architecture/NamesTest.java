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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names that say nothing are refused; every package says what it is for. */
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
}
