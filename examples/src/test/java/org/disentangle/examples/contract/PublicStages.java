// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.Evaluator;
import org.disentangle.examples.architecture.NoTestJars;

/** The stages that the modules offer, found in their class files. */
final class PublicStages {

  private PublicStages() {}

  /** Names of all public classes of ours that Spark takes as a stage or an evaluator. */
  static Set<String> names() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new NoTestJars())
            .importPackages("org.disentangle")
            .stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(
                type ->
                    type.isAssignableTo(PipelineStage.class)
                        || type.isAssignableTo(Evaluator.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
