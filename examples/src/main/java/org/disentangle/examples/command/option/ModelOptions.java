// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.examples.table.RowNumbers;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.HasCategoryProbabilities;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which trained model a command works with. */
public final class ModelOptions {

  /** What {@code --model} takes. */
  public static final String MODEL =
      "Folder of a trained model, or pretrained:NAME for one that ships (see disentangle pretrained).";

  private static final String IMAGE = "image";

  @Option(names = "--model", required = true, paramLabel = "DIR", description = MODEL)
  private String path;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Images computed together; changes only the speed. Default: the model's.")
  private Integer batchSize;

  @Mixin private ModelPrecision precision;

  /** As it was given. */
  public String path() {
    return path;
  }

  public DisentangledModel<?> load(SparkSession session) {
    return configured(new ModelFolder(session, path).ofCodes());
  }

  /** A model of codes, or of a specified and an unspecified one. */
  public TrainedModel loadEncoder(SparkSession session) {
    TrainedModel loaded = new ModelFolder(session, path).ofEncoder();
    if (!(loaded instanceof StyleContentModel model)) {
      return configured((DisentangledModel<?>) loaded);
    }
    TrainingOptions.ifGiven(batchSize, model::setBatchSize);
    precision.applyTo(model);
    return model;
  }

  private DisentangledModel<?> configured(DisentangledModel<?> model) {
    TrainingOptions.ifGiven(batchSize, model::setBatchSize);
    precision.applyTo(model);
    return model;
  }

  /**
   * Images with codes.
   *
   * @param imageCol their column
   */
  public record Encoded(Dataset<Row> rows, String imageCol) {}

  /**
   * The data with the codes that a model of any codes infers from its images, and row numbers if
   * nothing else says which image a row is of.
   *
   * @param probabilities column of the probabilities of categories; null for none
   * @throws org.disentangle.error.InvalidInputException if they are wanted and no code of the model
   *     is categorical
   */
  public Encoded encoded(SparkSession session, DataSpec data, String probabilities) {
    TrainedModel loaded = loadEncoder(session);
    if (probabilities != null) {
      addProbabilities(loaded, probabilities);
    }
    if (!(loaded instanceof StyleContentModel model)) {
      DisentangledModel<?> fitted = (DisentangledModel<?>) loaded;
      Dataset<Row> rows = encode(fitted, RowNumbers.of(data.load(session)));
      return new Encoded(rows, fitted.getImageCol());
    }
    Dataset<Row> images = RowNumbers.of(data.load(session));
    for (String codes : List.of(model.getSpecifiedCol(), model.getUnspecifiedCol())) {
      requireNoCodes(images, codes);
    }
    findImages(model, images);
    return new Encoded(model.setAppendGenerated(false).transform(images), model.getImageCol());
  }

  private static void addProbabilities(TrainedModel model, String column) {
    if (!(model instanceof HasCategoryProbabilities<?> categorical)) {
      throw new InputErrors("disentangle encode")
          .conflict("--probabilities needs a categorical code, and no code of this model is one");
    }
    categorical.setProbabilityCol(column);
  }

  /** Lets the model read the images of data that have no column of the name it was trained on. */
  public static void findImages(HasImageCol<?> model, Dataset<Row> data) {
    if (!List.of(data.columns()).contains(model.getImageCol())) {
      model.setImageCol(IMAGE); // as every kind of data has it
    }
  }

  /** The data with the codes that the model infers from its images, without images. */
  public static Dataset<Row> encode(DisentangledModel<?> model, Dataset<Row> data) {
    requireNoCodes(data, model.getCodesCol());
    findImages(model, data);
    return model.setAppendCodes(true).setAppendGenerated(false).transform(data);
  }

  private static void requireNoCodes(Dataset<Row> data, String codes) {
    if (List.of(data.columns()).contains(codes)) {
      throw new InputErrors("disentangle")
          .column(
              codes,
              "a column of that name",
              "images without codes, to be encoded",
              String.format(
                  Locale.ROOT,
                  "Leave the column out or rename it, as in"
                      + " --data parquet:PATH,drop=%s or --data parquet:PATH,rename=%s:other.",
                  codes,
                  codes));
    }
  }
}
