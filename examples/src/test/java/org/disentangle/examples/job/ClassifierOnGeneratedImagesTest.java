// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Tag("train")
class ClassifierOnGeneratedImagesTest {

  private static final String POSITIONS = "8:15";

  private final SparkSession spark = SharedSpark.session();

  @Test
  void printsWhatEachTrainingSetIsWorth() {
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new ClassifierOnGeneratedImages(spark, POSITIONS))
            .setOut(new PrintWriter(out))
            .execute("--max-iter", "2", "--epochs", "2", "--bins", "2", "--labelled", "64");
    assertEquals(0, exitCode);
    String accuracy = "(0\\.\\d{3}|1\\.000)\n";
    assertTrue(
        out.toString()
            .matches(
                "code of the factor   [012] \\(Spearman -?[01]\\.\\d{3}\\)\n"
                    + "accuracy on real images after training on\n"
                    + ("  generated images   " + accuracy)
                    + ("  real images        " + accuracy)
                    + ("  labelled sample    " + accuracy)
                    + ("chance               " + accuracy)),
        out::toString);
    assertTrue(printed(out, "real images") > printed(out, "chance") + 0.2, out::toString);
  }

  @Test
  void refusesATooSmallSampleBeforeItTrains() {
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new ClassifierOnGeneratedImages(spark, POSITIONS))
            .setErr(new PrintWriter(err))
            .execute("--labelled", "63");
    assertEquals(1, exitCode);
    assertTrue(err.toString().contains("parameter labelled: found 63"), err::toString);
  }

  private static double printed(StringWriter out, String name) {
    String line =
        out.toString().lines().filter(l -> l.strip().startsWith(name)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  /** One code and one factor: a training of seconds suffices to generate useful labels. */
  @Test
  void generatedLabelsTeachWhereARealSquareIs() {
    Dataset<Row> squares = squares().cache();
    InfoGanCrModel model = generator().setMaxIter(400).setCrStart(399).fit(squares);
    Labels labels = Labels.ofFactor(squares, "posX", 2);
    CodeOfFactor code = CodeOfFactor.find(model, squares, labels.column());
    assertTrue(Math.abs(code.correlation()) > 0.8, code::toString);
    Dataset<Row> generated = code.generate(model, spark.range(200).toDF(), 2, 5);
    Dataset<Row> judged =
        new ImageClassifier()
            .setBatchSize(16)
            .setSeed(3)
            .fit(generated)
            .transform(labels.append(squares));
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(judged);
    assertTrue(accuracy > 0.8, () -> "accuracy " + accuracy);
    squares.unpersist();
  }

  @Test
  void labelsAreBalancedAndRiseWithTheFactor() {
    InfoGanCrModel model = generator().setMaxIter(1).setCrStart(0).fit(squares());
    Dataset<Row> ids = spark.range(12).toDF();
    List<Double> rising = labels(new CodeOfFactor(0, 0.9).generate(model, ids, 3, 5));
    List<Double> falling = labels(new CodeOfFactor(0, -0.9).generate(model, ids, 3, 5));
    for (double label = 0; label < 3; label++) {
      assertEquals(4, Collections.frequency(rising, label));
    }
    assertEquals(rising.stream().map(label -> 2 - label).toList(), falling);
  }

  @Test
  void aFactorIsDividedIntoEquallyFrequentClasses() {
    List<Double> labels = labels(Labels.ofFactor(squares(), "posX", 4).append(squares()));
    for (double label = 0; label < 4; label++) {
      assertEquals(24, Collections.frequency(labels, label));
    }
  }

  @ParameterizedTest
  @CsvSource({"posX, 1, bins", "posX, 17, bins", "posx, 4, factor"})
  void refusesFactorsAndBinsThatDoNotFit(String factor, int bins, String parameter) {
    String message =
        assertThrows(InvalidInputException.class, () -> Labels.ofFactor(squares(), factor, bins))
            .getMessage();
    assertTrue(message.contains("parameter " + parameter + ": found"), message);
  }

  private Dataset<Row> squares() {
    return spark
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "scale,posX")
        .option("posX", "8:23")
        .load();
  }

  private static InfoGanCr generator() {
    return new InfoGanCr()
        .setPreset("small32")
        .setNumCodes(1)
        .setNoiseDim(2)
        .setLambda(0.5)
        .setAlpha(0)
        .setBatchSize(16)
        .setSeed(1);
  }

  private static List<Double> labels(Dataset<Row> rows) {
    return rows.select("label").collectAsList().stream().map(row -> row.getDouble(0)).toList();
  }
}
