// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing a user calls has a type of the Scala library, whose collections differ between Scala
 * versions; what Spark's own classes ask for is Spark's.
 */
class ScalaFreeTest {

  @Test
  void publicMethodsHaveNoScalaTypes() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new NoTestJars())
            .importPackages("org.disentangle");
    List<String> offenders =
        classes.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(ScalaFreeTest::hasScalaTypes)
            .filter(unit -> !isInherited(unit))
            .map(JavaCodeUnit::getFullName)
            .sorted()
            .toList();
    assertEquals(List.of(), offenders);
  }

  private static boolean hasScalaTypes(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .anyMatch(type -> type.getName().startsWith("scala."));
  }

  private static boolean isInherited(JavaCodeUnit unit) {
    return Stream.concat(
            unit.getOwner().getAllRawSuperclasses().stream(),
            unit.getOwner().getAllRawInterfaces().stream())
        .filter(type -> type.getPackageName().startsWith("org.apache.spark"))
        .anyMatch(type -> declares(type, unit.getName()));
  }

  private static boolean declares(JavaClass type, String method) {
    return type.getMethods().stream().anyMatch(known -> known.getName().equals(method));
  }
}
