// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.Seeds;
import org.disentangle.net.NetworkState;
import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;
import org.disentangle.train.History;

/**
 * A trained model of specified and unspecified codes (Mathieu et al. 2016): images to a code that
 * carries their label and one that carries the rest, and any two codes to an image.
 *
 * <p>{@code transform} uses code columns that the input has. A code that is not there is inferred
 * from the image column and appended: the specified one as it is, of the unspecified one the mean.
 * Then the image generated from both is appended.
 *
 * <pre>{@code
 * Dataset<Row> codes = model.setAppendGenerated(false).transform(images);
 * Dataset<Row> mixed = model.swap(pairs, "content", "style");
 * }</pre>
 */
public final class StyleContentModel extends Model<StyleContentModel>
    implements StyleContentModelParams<StyleContentModel>,
        HasBatchSize<StyleContentModel>,
        StageParams<StyleContentModel>,
        PersistentStage,
        TrainedModel {

  private final ParamTable declared;
  private final StyleContentModelData data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public StyleContentModel() {
    this(Identifiable$.MODULE$.randomUID("styleContentModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public StyleContentModel(String uid, StyleContentModelData data) {
    declared = new ParamTable(this, uid);
    this.data = data;
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * Architectures, weights and history.
   *
   * @throws org.disentangle.error.InvalidInputException if the model was made without networks
   */
  public StyleContentModelData data() {
    return TrainedData.of(this, data);
  }

  @Override
  public History summary() {
    return data().history();
  }

  @Override
  public TrainedWith trainedWith() {
    return data().trainedWith();
  }

  /** Shape of the images. */
  public ImageShape imageShape() {
    return data().networks().imageShape();
  }

  /** Values of the specified code. */
  public int specifiedDim() {
    return data().networks().specifiedDim();
  }

  /** Values of the unspecified code. */
  public int unspecifiedDim() {
    return data().networks().unspecifiedDim();
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a code is missing and images are not
   *     there, a column has the wrong type, an output column exists, nothing would be appended, or
   *     a batch has more than 2^28 values, or the precision cannot be computed here
   */
  @Override
  public StructType transformSchema(StructType schema) {
    BatchMemory.require(this, imageShape());
    requirePrecision();
    return new StyleContentColumns(this).transformed(schema);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    transformSchema(dataset.schema());
    SchemaChecks checks = new SchemaChecks(this, dataset.schema());
    StyleContentColumns columns = new StyleContentColumns(this);
    boolean specified = !checks.has(specifiedCol());
    boolean unspecified = !checks.has(unspecifiedCol());
    Dataset<Row> coded =
        specified || unspecified
            ? columns.encoded(dataset, getImageCol(), specified, unspecified)
            : dataset.toDF();
    return getAppendGenerated() ? columns.decoded(coded) : coded;
  }

  /**
   * Images with the label of one image and everything else of another: the specified code comes
   * from one image column, the unspecified one from another; appends both codes and the image.
   *
   * @param specifiedFrom column of the images that give the specified code
   * @param unspecifiedFrom column of the images that give the unspecified code
   * @throws org.disentangle.error.InvalidInputException if a column is missing or holds no such
   *     images, or an output column exists
   */
  public Dataset<Row> swap(Dataset<?> rows, String specifiedFrom, String unspecifiedFrom) {
    StyleContentColumns columns = new StyleContentColumns(this);
    columns.images(rows.schema(), unspecifiedFrom);
    Dataset<Row> specified = columns.encoded(rows, specifiedFrom, true, false);
    return columns.decoded(columns.encoded(specified, unspecifiedFrom, false, true));
  }

  /**
   * Images with the label of the image column's and everything else at random: the unspecified code
   * is drawn from its prior N(0, I) and follows from the seed and the row's id alone; appends both
   * codes and the image.
   *
   * @param idCol column of row ids, whole numbers without nulls
   * @throws org.disentangle.error.InvalidInputException if a column is missing or of another type,
   *     or an output column exists
   */
  public Dataset<Row> sample(Dataset<?> rows, String idCol) {
    return new StyleSampling(this).of(rows, idCol);
  }

  /**
   * Images on straight lines between the codes of two images: every row becomes steps x steps rows,
   * in which {@code specifiedStep} and {@code unspecifiedStep} say, from 0 to steps - 1, how far
   * each code is on the way; appends those two, both codes and the image.
   *
   * @param from column of the images at step 0
   * @param to column of the images at the last step
   * @param steps at least 2
   * @throws org.disentangle.error.InvalidInputException if a column is missing or holds no such
   *     images, an output column exists, or there are fewer steps
   */
  public Dataset<Row> interpolate(Dataset<?> rows, String from, String to, int steps) {
    return new StyleInterpolation(this, steps).of(rows, from, to);
  }

  /**
   * The nearest images of a gallery, by the Euclidean distance of one of the codes.
   *
   * @param queries rows with the image column and an id
   * @param gallery rows with the image column and an id
   * @param idCol column of ids in both, whole numbers without nulls
   * @param by whether images of the same label are looked for, or such of any label that are alike
   *     otherwise
   * @param k images to find for each query, at least 1
   * @return columns {@code query} and {@code found} (the ids), {@code rank} from 1 and {@code
   *     distance}; fewer than k rows a query if the gallery is smaller. Equally near ones come in
   *     the order of their ids. The codes of all queries are held in memory
   * @throws org.disentangle.error.InvalidInputException if a column is missing or of another type,
   *     or k is less than 1
   */
  public Dataset<Row> retrieve(
      Dataset<?> queries, Dataset<?> gallery, String idCol, StyleRetrieval.By by, int k) {
    return new StyleRetrieval(this, by, k).of(queries, gallery, idCol);
  }

  StyleContentCoder.Key key() {
    return new StyleContentCoder.Key(
        data().networks(),
        weights(data().networks().encoder().name()),
        weights(data().networks().decoder().name()),
        getBatchSize(),
        requirePrecision());
  }

  private NetworkState weights(String network) {
    return data().state().network(network).withoutOptimizer();
  }

  @Override
  public String toString() {
    if (data == null) {
      return TrainedData.without(this);
    }
    return String.format(
        Locale.ROOT,
        "StyleContentModel: uid=%s, specifiedDim=%d, unspecifiedDim=%d, images=%s%s",
        uid(),
        specifiedDim(),
        unspecifiedDim(),
        imageShape(),
        trainedWith().clause());
  }

  @Override
  public StyleContentModel copy(ParamMap extra) {
    StyleContentModel copy = copyValues(new StyleContentModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  @Override
  public StageWriter write() {
    StyleContentModelData trained = data();
    return new StageWriter(this, files -> StyleContentFiles.write(trained, files));
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<StyleContentModel> read() {
    return new StageReader<>(
        StyleContentModel.class,
        (uid, files) -> new StyleContentModel(uid, StyleContentFiles.read(files, uid)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static StyleContentModel load(String path) {
    return read().load(path);
  }

  /** Unspecified codes from their prior, by the ids of rows. */
  record StyleSampling(StyleContentModel model) {

    Dataset<Row> of(Dataset<?> rows, String idCol) {
      StructField id = IdColumn.field(model, rows.schema(), idCol);
      StyleContentColumns columns = new StyleContentColumns(model);
      Dataset<Row> specified = columns.encoded(rows, model.getImageCol(), true, false);
      int index = specified.schema().fieldIndex(id.name());
      int length = model.unspecifiedDim();
      long seed = model.getSeed();
      InputErrors errors = InputErrors.of(model);
      return columns.decoded(
          MappedRows.each(
              specified,
              row ->
                  AppendedCells.of(
                      row, drawn(seed, IdColumn.of(row, index, idCol, errors), length)),
              columns.withUnspecified(specified.schema())));
    }

    private static float[] drawn(long seed, long id, int length) {
      SplittableRandom random = new SplittableRandom(Seeds.mix(seed, id));
      float[] code = new float[length];
      for (int i = 0; i < length; i++) {
        code[i] = (float) random.nextGaussian();
      }
      return code;
    }
  }
}
