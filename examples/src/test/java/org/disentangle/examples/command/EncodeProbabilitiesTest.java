// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probabilities of categories of given images, and the bound of the information from them. */
class EncodeProbabilitiesTest {

  private static final String DATA = "dsprites:imageSize=32,factors=shape+scale,scale=0:5";
  private static final int CATEGORIES = 4;

  @TempDir Path folder;
  private Path model;
  private Path codes;

  @BeforeEach
  void saveAModel() throws IOException {
    SharedSpark.session();
    model = folder.resolve("model");
    codes = folder.resolve("codes");
    TinyInfoGan.of(3).save(model.toString());
  }

  /** InfoGAN's bound by its formula: H(c) and the mean log-probability of the true category. */
  @Test
  void theBoundFollowsFromProbabilitiesOfGivenImages() {
    success("encode --model %s --data %s --probabilities p --out %s", model, DATA, codes);
    Dataset<Row> rows = SharedSpark.session().read().parquet(codes.toString());
    List<Row> read = rows.select("p", "codes", "factor_shape").collectAsList();
    assertTrue(read.size() > 10, "images: " + read.size());
    double logs = 0;
    for (Row row : read) {
      double[] p = row.<Vector>getAs(0).toArray();
      assertEquals(CATEGORIES, p.length);
      assertEquals(1, Arrays.stream(p).sum(), 1e-9);
      assertEquals(row.<Float>getList(1).get(0), row.<Vector>getAs(0).argmax());
      logs += Math.log(p[((Number) row.get(2)).intValue()]);
    }
    double bound =
        new CategoricalCodeEvaluator()
            .setProbabilityCol("p")
            .setLabelCol("label")
            .evaluate(rows.withColumn("label", functions.expr("int(factor_shape)")));
    assertEquals(Math.log(CATEGORIES) + logs / read.size(), bound, 1e-9);
    assertTrue(read.stream().map(row -> row.get(0)).distinct().count() > 1, "images matter");
  }

  @Test
  void withoutTheOptionThereIsNoSuchColumn() {
    success("encode --model %s --data %s --out %s", model, DATA, codes);
    List<String> columns =
        List.of(SharedSpark.session().read().parquet(codes.toString()).columns());
    assertEquals(
        List.of("row", "codes"),
        columns.stream().filter(name -> !name.matches("(factor|value)_.*")).toList());
  }

  @Test
  void modelsWithoutCategoriesAreRefused() throws IOException {
    Path continuous = folder.resolve("continuous");
    TinyModel.of(3).save(continuous.toString());
    CommandRun run =
        CommandRun.of(
            "encode --model %s --data %s --probabilities p --out %s", continuous, DATA, codes);
    assertEquals(2, run.exitCode(), run::out);
    assertTrue(run.err().contains("no code of this model is categorical"), run::err);
    assertTrue(Files.notExists(codes));
  }
}
