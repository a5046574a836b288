package org.disentangle.model;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.NetworkState;
import org.disentangle.net.procedure.InfoGanCr;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;
import org.disentangle.train.History;

/**
 * A trained InfoGAN-CR: codes to images, and images to codes.
 *
 * <p>{@code transform} uses the codes column if the input has it. If not, but the image column is
 * there, codes are first inferred from the images by Q and appended; they are Q's means, which may
 * lie a little outside [-1, 1]. Then the generated image is appended, from the noise column if
 * there is one, and else from noise that follows from the seed and the row's codes. Images are
 * generated from inferred codes limited to [-1, 1]; given codes outside are refused.
 *
 * <pre>{@code
 * Dataset<Row> labelled = model.transform(CodeSampler.of(model).transform(spark.range(10_000).toDF()));
 * Dataset<Row> encoded = model.setAppendGenerated(false).transform(images);
 * }</pre>
 */
public final class InfoGanCrModel extends Model<InfoGanCrModel>
    implements InfoGanCrModelParams<InfoGanCrModel>, HasBatchSize<InfoGanCrModel>, PersistentStage {

  private static final String CODES_OUTSIDE =
      "they were inferred from images, which can overshoot: limit them to [-1, 1], or give the images.";
  private static final String NOISE_OUTSIDE =
      "the noise was drawn from another distribution; G takes uniform noise.";

  private final ParamTable declared;
  private final InfoGanCrModelData data;

  /**
   * @param uid the estimator's uid
   */
  public InfoGanCrModel(String uid, InfoGanCrModelData data) {
    declared = new ParamTable(this, uid);
    this.data = data;
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** Number of codes. */
  public int numCodes() {
    return data.latent().numCodes();
  }

  /** Number of noise values. */
  public int noiseDim() {
    return data.latent().noiseDim();
  }

  /** Shape of the images. */
  public ImageShape imageShape() {
    return data.networks().imageShape();
  }

  /** Every round of the training; also after loading. */
  public History summary() {
    return data.history();
  }

  /** Architectures, weights and history. */
  public InfoGanCrModelData data() {
    return data;
  }

  /**
   * @throws org.disentangle.stage.InvalidInputException if neither codes nor images are there, a
   *     column has the wrong type, an output column exists, nothing would be appended, or a batch
   *     has more than 2^28 values
   */
  @Override
  public StructType transformSchema(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    BatchMemory.require(this, imageShape());
    boolean infer = !checks.has(codesCol());
    StructType output = schema;
    if (infer) {
      ImageInput.of(this, schema, imageShape());
    } else {
      checks.input(codesCol(), ColumnType.FLOAT_ARRAY, ColumnType.DOUBLE_ARRAY, ColumnType.VECTOR);
    }
    if (checks.has(noiseCol())) {
      checks.input(noiseCol(), ColumnType.FLOAT_ARRAY, ColumnType.DOUBLE_ARRAY, ColumnType.VECTOR);
    }
    if (infer && getAppendCodes()) {
      output = output.add(CodeFields.codes(checks.output(codesCol()), numCodes()));
    }
    if (getAppendGenerated()) {
      String column = new SchemaChecks(this, output).output(generatedCol());
      output =
          output.add(
              ImageColumns.field(
                  column,
                  ImageFormat.of(getImageFormat()),
                  ValueRange.of(getValueRange()),
                  imageShape()));
    }
    if (output.length() == schema.length()) {
      throw InputErrors.of(this)
          .parameter(
              "appendGenerated",
              false,
              "true, because nothing else would be appended to this input",
              infer
                  ? "appendCodes should be true."
                  : "the codes column should be dropped, so that codes are inferred from images.");
    }
    return output;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    StructType schema = dataset.schema();
    StructType output = transformSchema(schema);
    List<String> columns = Arrays.asList(schema.fieldNames());
    Inference inference = columns.contains(getCodesCol()) ? null : inference(schema);
    Generation generation = getAppendGenerated() ? generation(schema, columns) : null;
    ModelRows rows = new ModelRows(inference, generation, getBatchSize());
    return MappedRows.of(dataset, rows, output);
  }

  private Inference inference(StructType schema) {
    return new Inference(
        encoderKey(getBatchSize()), ImageInput.of(this, schema, imageShape()), getAppendCodes());
  }

  private Generation generation(StructType schema, List<String> columns) {
    InputErrors errors = InputErrors.of(this);
    FloatCells codes =
        columns.contains(getCodesCol())
            ? cells(errors, getCodesCol(), schema, numCodes(), CODES_OUTSIDE)
            : null;
    FloatCells noise =
        columns.contains(getNoiseCol())
            ? cells(errors, getNoiseCol(), schema, noiseDim(), NOISE_OUTSIDE)
            : null;
    return new Generation(generatorKey(getBatchSize()), codes, noise, imageEncoder(), getSeed());
  }

  /** What tasks need to generate images, so many at a time. */
  public GeneratorKey generatorKey(int batchSize) {
    NetworkState weights = data.state().network(InfoGanCr.G).withoutOptimizer();
    return new GeneratorKey(data.networks(), data.latent(), weights, batchSize);
  }

  /** What tasks need to infer codes, of so many images at a time. */
  public EncoderKey encoderKey(int batchSize) {
    NetworkState weights = data.state().network(InfoGanCr.D).withoutOptimizer();
    return new EncoderKey(data.networks(), weights, batchSize);
  }

  ImageEncoder imageEncoder() {
    return new ImageEncoder(
        ImageFormat.of(getImageFormat()),
        ValueRange.of(getValueRange()),
        imageShape(),
        uid(),
        getGeneratedCol());
  }

  private static FloatCells cells(
      InputErrors errors, String column, StructType schema, int length, String maybe) {
    return new FloatCells(
        errors, column, schema.fieldIndex(column), length, LatentSpace.HIGH, maybe);
  }

  @Override
  public String toString() {
    return "InfoGanCrModel: uid=%s, numCodes=%d, noiseDim=%d, images=%s"
        .formatted(uid(), numCodes(), noiseDim(), imageShape());
  }

  @Override
  public InfoGanCrModel copy(ParamMap extra) {
    InfoGanCrModel copy = copyValues(new InfoGanCrModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  @Override
  public StageWriter write() {
    return new StageWriter(this, files -> ModelFiles.write(data, files));
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<InfoGanCrModel> read() {
    return new StageReader<>(
        InfoGanCrModel.class, (uid, files) -> new InfoGanCrModel(uid, ModelFiles.read(files, uid)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.stage.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static InfoGanCrModel load(String path) {
    return read().load(path);
  }
}
