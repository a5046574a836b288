// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.vae.VaePreset;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.train.checkpoint.FinishedCheckpoints;
import org.disentangle.train.round.RoundLoop;
import org.disentangle.train.shard.DataFingerprint;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.PackedImage;
import org.disentangle.train.shard.Sharding;

/** What each package may use. */
@AnalyzeClasses(
    packages = "org.disentangle",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class ModuleBoundariesTest {

  private static final String[] JDK = {"java..", "javax.."};
  private static final String SPARK = "org.apache.spark..";
  private static final String[] NETWORK_LIBRARIES = {
    "org.nd4j..", "org.deeplearning4j..", "org.bytedeco..", "onnx.."
  };

  @ArchTest
  static final ArchRule errorUsesTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.disentangle.error..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK).or(resideInAnyPackage("org.disentangle.error.."))));

  @ArchTest
  static final ArchRule pretrainedUsesTheJdkJacksonAndErrors =
      classes()
          .that()
          .resideInAPackage("org.disentangle.pretrained..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK)
                      .or(
                          resideInAnyPackage(
                              "org.disentangle.error..",
                              "org.disentangle.pretrained..",
                              "com.fasterxml.jackson.."))));

  @ArchTest
  static final ArchRule latentUsesTheJdkAndCommonsMathAlone =
      classes()
          .that()
          .resideInAPackage("org.disentangle.latent..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK)
                      .or(
                          resideInAnyPackage(
                              "org.disentangle.error..",
                              "org.disentangle.latent..",
                              "org.apache.commons.math3.."))));

  @ArchTest
  static final ArchRule metricUsesNumericsLibrariesAlone =
      classes()
          .that()
          .resideInAPackage("org.disentangle.metric..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK)
                      .or(
                          resideInAnyPackage(
                              "org.disentangle.error..",
                              "org.disentangle.metric..",
                              "org.apache.commons.math3..",
                              "de.bwaldvogel.liblinear.."))));

  @ArchTest
  static final ArchRule netKnowsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("org.disentangle.net..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK, "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule netUsesOnlyTheLatentSpaceAndImageShapeOfOurs =
      classes()
          .that()
          .resideInAPackage("org.disentangle.net..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "org.disentangle.error..",
                          "org.disentangle.net..",
                          "org.disentangle.latent..")
                      .or(resideOutsideOfOurs())
                      .or(type(ImageShape.class))));

  /** A system is read in its own package; FactorVAE's ablation borrows H from InfoGAN-CR. */
  @ArchTest
  static final ArchRule systemsKnowNothingOfEachOther =
      slices()
          .assignedFrom(new Systems())
          .should()
          .notDependOnEachOther()
          .ignoreDependency(type(VaePreset.class), resideInAPackage("org.disentangle.net.infogan"));

  @ArchTest
  static final ArchRule whatSystemsShareKnowsNoSystem =
      noClasses()
          .that()
          .resideInAnyPackage(Systems.SHARED)
          .should()
          .dependOnClassesThat(Systems.CLASSES);

  @ArchTest
  static final ArchRule layersAndGraphsKnowNoTraining =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.disentangle.net.architecture",
              "org.disentangle.net.layer",
              "org.disentangle.net.onednn")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.disentangle.net.procedure");

  /** Public for the systems' packages alone; estimators take presets and what a loss is called. */
  @ArchTest
  static final ArchRule whatSystemsShareStaysInNet =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.disentangle.net..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.disentangle.net.procedure")
                  .and(not(belongToAnyOf(Preset.class, Presets.class, AdversarialLoss.class)))
                  .or(type(Layers.class)));

  /**
   * Saved models are DL4J files, so the one class that writes and reads them knows DL4J. Supervised
   * training goes through dl4j-spark, which needs Spark, where {@code net} knows none.
   */
  @ArchTest
  static final ArchRule onlyNetTouchesNetworkLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.disentangle.net..")
          .and()
          .doNotHaveFullyQualifiedName("org.disentangle.model.NetworkFiles")
          .and()
          .resideOutsideOfPackage("org.disentangle.estimator.dl4jspark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(NETWORK_LIBRARIES);

  @ArchTest
  static final ArchRule dl4jSparkStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.disentangle.estimator.dl4jspark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j.spark..");

  @ArchTest
  static final ArchRule trainUsesSparkNetAndLatent =
      classes()
          .that()
          .resideInAPackage("org.disentangle.train..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "org.disentangle.error..",
                          "org.disentangle.train..",
                          "org.disentangle.net..",
                          "org.disentangle.latent..")
                      .or(resideOutsideOfOurs())));

  @ArchTest
  static final ArchRule trainUsesNoSparkMl =
      noClasses()
          .that()
          .resideInAPackage("org.disentangle.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark.ml..");

  /** Shards and averaging are below a training's settings and results, checkpoints above them. */
  @ArchTest
  static final ArchRule trainIsLayered =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("round")
          .definedBy("org.disentangle.train.round")
          .layer("checkpoint")
          .definedBy("org.disentangle.train.checkpoint")
          .layer("averaging")
          .definedBy("org.disentangle.train.averaging")
          .layer("train")
          .definedBy("org.disentangle.train")
          .layer("shard")
          .definedBy("org.disentangle.train.shard")
          .whereLayer("round")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("round")
          .whereLayer("averaging")
          .mayOnlyBeAccessedByLayers("round")
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("round", "checkpoint");

  /**
   * Public for each other alone; others run the loop, share images out and ask what was trained on.
   * Supervised training through dl4j-spark takes the same batches and the same mean.
   */
  @ArchTest
  static final ArchRule partsOfTrainingStayInTrain =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.disentangle.train..")
          .and()
          .resideOutsideOfPackage("org.disentangle.estimator.dl4jspark")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.disentangle.train.shard",
                      "org.disentangle.train.averaging",
                      "org.disentangle.train.checkpoint",
                      "org.disentangle.train.round")
                  .and(
                      not(
                          belongToAnyOf(
                              RoundLoop.class,
                              DataFingerprint.class,
                              FinishedCheckpoints.class,
                              Sharding.class,
                              ImageShard.class,
                              PackedImage.class))));

  @ArchTest
  static final ArchRule fileUsesTheJdkJacksonHadoopPathsAndTheFormOfErrors =
      classes()
          .that()
          .resideInAPackage("org.disentangle.file..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK)
                      .or(
                          resideInAnyPackage(
                              "org.disentangle.error..",
                              "org.disentangle.file..",
                              "com.fasterxml.jackson..",
                              "org.apache.hadoop.."))
                      .or(type(InputErrors.class))
                      .or(type(QualifiedPath.class))));

  @ArchTest
  static final ArchRule parquetUsesNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("org.disentangle.parquet..")
          .should(
              onlyDependOnClassesThat(
                  resideInAPackage("org.disentangle.parquet..").or(resideOutsideOfOurs())));

  @ArchTest
  static final ArchRule figureUsesTheJdkAndXChartAlone =
      classes()
          .that()
          .resideInAPackage("org.disentangle.figure..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(JDK)
                      .or(
                          resideInAnyPackage(
                              "org.disentangle.error..",
                              "org.disentangle.figure..",
                              "org.disentangle.file..",
                              "org.knowm.xchart.."))));

  @ArchTest
  static final ArchRule imageUsesOnlyFilesOfOurs =
      classes()
          .that()
          .resideInAPackage("org.disentangle.image..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "org.disentangle.error..",
                          "org.disentangle.image..",
                          "org.disentangle.file..")
                      .or(resideOutsideOfOurs())));

  /** Files are opened in the same way as all others, and refused in the same form. */
  @ArchTest
  static final ArchRule dataUsesImageLatentPathsAndTheFormOfErrors =
      classes()
          .that()
          .resideInAPackage("org.disentangle.data..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "org.disentangle.error..",
                          "org.disentangle.data..",
                          "org.disentangle.image..",
                          "org.disentangle.file..",
                          "org.disentangle.latent..")
                      .or(type(InputErrors.class))
                      .or(type(QualifiedPath.class))
                      .or(resideOutsideOfOurs())));

  /** Images and vectors as Spark ML defines them, and nothing that learns. */
  @ArchTest
  static final ArchRule imageAndDataUseSmallPartsOfSparkMl =
      classes()
          .that()
          .resideInAnyPackage("org.disentangle.image..", "org.disentangle.data..")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                          "org.apache.spark.ml.image..",
                          "org.apache.spark.ml.linalg..",
                          "org.apache.spark.ml.attribute..")
                      .or(not(resideInAPackage("org.apache.spark.ml..")))));

  @ArchTest
  static final ArchRule stageKnowsNoTrainingAndNoNetworks =
      noClasses()
          .that()
          .resideInAPackage("org.disentangle.stage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.disentangle.net..",
              "org.disentangle.train..",
              "org.disentangle.data..",
              "org.disentangle.metric..");

  @ArchTest
  static final ArchRule coreKnowsNoStagesOfOtherModules =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.disentangle.latent..",
              "org.disentangle.metric..",
              "org.disentangle.net..",
              "org.disentangle.train..",
              "org.disentangle.image..",
              "org.disentangle.data..",
              "org.disentangle.file..",
              "org.disentangle.figure..",
              "org.disentangle.stage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.disentangle.model..",
              "org.disentangle.estimator..",
              "org.disentangle.evaluator..",
              "org.disentangle.examples..");

  @ArchTest
  static final ArchRule modelsKnowNoEstimatorsAndNoMetrics =
      noClasses()
          .that()
          .resideInAPackage("org.disentangle.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.disentangle.estimator..",
              "org.disentangle.evaluator..",
              "org.disentangle.metric..",
              "org.disentangle.examples..");

  @ArchTest
  static final ArchRule evaluatorsKnowNoModels =
      noClasses()
          .that()
          .resideInAPackage("org.disentangle.evaluator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.disentangle.model..", "org.disentangle.estimator..", "org.disentangle.net..");

  @ArchTest
  static final ArchRule librariesKnowNoExamples =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.disentangle.examples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.disentangle.examples..");

  /** Options and runs are shared by all commands, so they know none of them. */
  @ArchTest
  static final ArchRule optionsAndRunsKnowNoCommands =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.disentangle.examples.command.option..", "org.disentangle.examples.command.run..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.disentangle.examples.command",
              "org.disentangle.examples.command.bench..",
              "org.disentangle.examples.command.experiment..");

  private static DescribedPredicate<JavaClass> resideOutsideOfOurs() {
    return resideOutsideOfPackage("org.disentangle..");
  }

  /** Each package in net is a system, a slice of its own, unless systems share it. */
  private static final class Systems implements SliceAssignment {

    private static final String[] SHARED = {
      "org.disentangle.net",
      "org.disentangle.net.procedure",
      "org.disentangle.net.architecture",
      "org.disentangle.net.layer",
      "org.disentangle.net.onednn",
      "org.disentangle.net.device"
    };

    /** Have networks of all systems at work, or write them. */
    private static final String[] TRAINED = {
      "org.disentangle.net.inference", "org.disentangle.net.onnx"
    };

    private static final DescribedPredicate<JavaClass> CLASSES =
        resideInAPackage("org.disentangle.net.*")
            .and(not(resideInAnyPackage(SHARED)))
            .and(not(resideInAnyPackage(TRAINED)))
            .as("systems");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return CLASSES.test(type)
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "systems";
    }
  }
}
