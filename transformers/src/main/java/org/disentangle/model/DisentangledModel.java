// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageWriter;
import org.disentangle.stage.StoredStage;
import org.disentangle.train.History;

/**
 * A trained model: codes to images, and images to codes. Whatever trained it, samplers, traversals,
 * labelled data sets, metrics and selections take it.
 *
 * <p>{@code transform} uses the codes column if the input has it. If not, but the image column is
 * there, codes are first inferred from the images and appended. Then the generated image is
 * appended, from the noise column if there is one, and else from noise that follows from the seed
 * and the row's codes. Images are generated from inferred codes limited to what the model takes
 * (see {@link LatentSpace#values}); given codes outside are refused. The value of a categorical
 * code is the number of its category, from 0.
 *
 * <pre>{@code
 * Dataset<Row> labelled = model.transform(CodeSampler.of(model).transform(spark.range(10_000).toDF()));
 * Dataset<Row> encoded = model.setAppendGenerated(false).transform(images);
 * }</pre>
 *
 * @param <M> the concrete model
 */
public abstract class DisentangledModel<M extends DisentangledModel<M>> extends Model<M>
    implements DisentangledModelParams<M>,
        HasBatchSize<M>,
        StageParams<M>,
        PersistentStage,
        TrainedModel {

  private static final String CODES_OUTSIDE =
      "Codes inferred from images can lie outside: limit them, or give the images.";
  private static final String NOISE_OUTSIDE = "G takes uniform noise.";

  private final ParamTable declared;
  private final boolean trained;

  /** Subclasses end their constructors with {@code declared().declareAll()}. */
  DisentangledModel(String uid, ModelData<?> data) {
    declared = new ParamTable(this, uid);
    trained = data != null;
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** Number of codes. */
  public int numCodes() {
    return latent().numCodes();
  }

  /** Number of noise values. */
  public int noiseDim() {
    return latent().noiseDim();
  }

  /** Numbers of codes and noise values, and their prior. */
  public LatentSpace latent() {
    return data().latent();
  }

  /** Shape of the images. */
  public ImageShape imageShape() {
    return data().networks().imageShape();
  }

  @Override
  public History summary() {
    return data().history();
  }

  @Override
  public TrainedWith trainedWith() {
    return data().trainedWith();
  }

  /**
   * Architectures, weights and history.
   *
   * @throws org.disentangle.error.InvalidInputException if the model was made without networks
   */
  public abstract ModelData<?> data();

  /**
   * @throws org.disentangle.error.InvalidInputException if neither codes nor images are there, a
   *     column has the wrong type, an output column exists, nothing would be appended, or a batch
   *     has more than 2^28 values, or the precision cannot be computed here
   */
  @Override
  public StructType transformSchema(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    BatchMemory.require(this, imageShape());
    requirePrecision();
    boolean infer = !checks.has(codesCol());
    StructType output = schema;
    if (infer) {
      ImageInput.of(this, schema, imageShape());
    } else {
      checks.numbers(codesCol());
    }
    if (checks.has(noiseCol())) {
      checks.numbers(noiseCol());
    }
    if (infer && getAppendCodes()) {
      output = output.add(CodeFields.codes(checks.output(codesCol()), latent()));
    }
    for (String column : probabilityColumns(infer)) {
      String checked = new SchemaChecks(this, output).output(categoryProbabilities(), column);
      output = output.add(checked, SQLDataTypes.VectorType(), false);
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
                  ? "Set appendCodes to true."
                  : "Drop the codes column, so that codes are inferred from images.");
    }
    return output;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
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
        encoderKey(getBatchSize()),
        ImageInput.of(this, schema, imageShape()),
        getAppendCodes(),
        probabilityColumns(true).size(),
        codeDraw());
  }

  /** The Param of the column of probabilities of categories; null in models without categories. */
  private Param<String> categoryProbabilities() {
    return this instanceof HasCategoryProbabilities<?> has ? has.probabilityCol() : null;
  }

  /** One for each categorical code, if they are wanted. */
  private List<String> probabilityColumns(boolean infer) {
    Param<String> param = categoryProbabilities();
    String column = param == null ? "" : value(param);
    if (!infer || column.isEmpty()) {
      return List.of();
    }
    int codes = latent().categories().size();
    if (codes == 0) {
      throw InputErrors.of(this)
          .parameter(param.name(), column, "empty, because no code of this model is categorical");
    }
    return IntStream.range(0, codes)
        .mapToObj(code -> code == 0 ? column : column + "_" + code)
        .toList();
  }

  /** How codes come from what the encoder says: the means, unless a model has another way. */
  InferredCodes codeDraw() {
    return InferredCodes.MEANS;
  }

  private Generation generation(StructType schema, List<String> columns) {
    FloatCells codes = columns.contains(getCodesCol()) ? codeCells(schema) : null;
    FloatCells noise = columns.contains(getNoiseCol()) ? noiseCells(schema) : null;
    return new Generation(generatorKey(getBatchSize()), codes, noise, imageEncoder(), getSeed());
  }

  private FloatCells codeCells(StructType schema) {
    LatentSpace latent = latent();
    return new FloatCells(
        InputErrors.of(this),
        getCodesCol(),
        schema.fieldIndex(getCodesCol()),
        numCodes(),
        (code, value) -> latent.values(code).admits(value),
        latent.codeRanges(),
        CODES_OUTSIDE);
  }

  private FloatCells noiseCells(StructType schema) {
    Prior prior = latent().noisePrior();
    return new FloatCells(
        InputErrors.of(this),
        getNoiseCol(),
        schema.fieldIndex(getNoiseCol()),
        noiseDim(),
        (any, value) -> prior.admits(value),
        String.format(Locale.ROOT, "%d values %s", noiseDim(), prior.range()),
        NOISE_OUTSIDE);
  }

  /** What tasks need to generate images, this number at a time. */
  public GeneratorKey generatorKey(int batchSize) {
    return new GeneratorKey(
        data().networks(),
        latent(),
        weights(data().networks().toImages().architecture()),
        batchSize,
        requirePrecision());
  }

  /** What tasks need to infer codes, of this number of images at a time. */
  public EncoderKey encoderKey(int batchSize) {
    TreeMap<String, NetworkState> weights = new TreeMap<>();
    for (Architecture network : data().networks().toCodes().architectures()) {
      weights.put(network.name(), weights(network));
    }
    return new EncoderKey(data().networks(), latent(), weights, batchSize, requirePrecision());
  }

  private NetworkState weights(Architecture network) {
    return data().state().network(network.name()).withoutOptimizer();
  }

  ImageEncoder imageEncoder() {
    return new ImageEncoder(
        ImageFormat.of(getImageFormat()),
        ValueRange.of(getValueRange()),
        imageShape(),
        uid(),
        getGeneratedCol());
  }

  @Override
  public String toString() {
    if (!trained) {
      return TrainedData.without(this);
    }
    return String.format(
        Locale.ROOT,
        "%s: uid=%s, numCodes=%d, noiseDim=%d, images=%s%s",
        getClass().getSimpleName(),
        uid(),
        numCodes(),
        noiseDim(),
        imageShape(),
        trainedWith().clause());
  }

  @Override
  public StageWriter write() {
    return new StageWriter(this, data()::write);
  }

  /**
   * Loads a model of any kind.
   *
   * @param path the folder of a saved model, or {@code pretrained:NAME} for one that ships on the
   *     class path ({@link org.disentangle.pretrained.PretrainedModels#names})
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model of this
   *     library, one of its files is missing or damaged, or no model of that name ships
   */
  public static DisentangledModel<?> load(String path) {
    return load(SparkSession.active(), path);
  }

  /** As {@link #load(String)}, with your session. */
  public static DisentangledModel<?> load(SparkSession session, String path) {
    return StoredStage.load(DisentangledModel.class, session, path);
  }

  /**
   * The model of the newest checkpoint in a directory, as {@code fit} would have returned it there.
   *
   * @throws org.disentangle.error.InvalidInputException if there is none, it is damaged or of an
   *     earlier version, or its training gives a model of another kind
   */
  public static DisentangledModel<?> fromCheckpoint(String directory) {
    return new SavedTraining(SparkSession.active(), directory).newest(DisentangledModel.class);
  }

  /** The same of the checkpoint of an iteration. */
  public static DisentangledModel<?> fromCheckpoint(String directory, long iteration) {
    return new SavedTraining(SparkSession.active(), directory)
        .model(iteration, DisentangledModel.class);
  }
}
