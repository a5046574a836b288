package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanCrModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.InvalidInputException;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageReader;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.RoundLoop;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingResult;

/**
 * Learns disentangled codes of images without labels: InfoGAN-CR (Lin, Thekumparampil, Fanti and
 * Oh, "InfoGAN-CR and ModelCentrality", ICML 2020), trained data-parallel with parameter averaging.
 *
 * <pre>{@code
 * InfoGanCrModel model = new InfoGanCr().setPreset("small32").setNumWorkers(2).fit(images);
 * }</pre>
 *
 * <p>Equal data (in any order and partitioning), Params and number of workers give the same model
 * bit by bit on any cluster.
 */
public final class InfoGanCr extends Estimator<InfoGanCrModel>
    implements InfoGanCrParams<InfoGanCr>, PersistentStage {

  private final ParamTable declared;
  private transient List<TrainingListener> listeners;

  public InfoGanCr() {
    this(Identifiable$.MODULE$.randomUID("infoGanCr"));
  }

  public InfoGanCr(String uid) {
    declared = new ParamTable(this, uid);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** Adds a listener told about every round of every fit, also of copies; it is not saved. */
  public InfoGanCr addListener(TrainingListener listener) {
    List<TrainingListener> extended = new ArrayList<>(listeners());
    extended.add(listener);
    listeners = extended;
    return this;
  }

  /** None after deserialisation. */
  private List<TrainingListener> listeners() {
    return listeners == null ? List.of() : listeners;
  }

  /**
   * @throws InvalidInputException if the image column is missing or of a wrong type, an output
   *     column exists, or the schedule is impossible
   */
  @Override
  public StructType transformSchema(StructType schema) {
    new ScheduleChecks(this).check();
    checkImages(schema);
    return prototype().transformSchema(schema);
  }

  private StructField checkImages(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    StructField field =
        checks.input(
            imageCol(),
            ColumnType.IMAGE,
            ColumnType.BINARY,
            ColumnType.FLOAT_ARRAY,
            ColumnType.VECTOR);
    ImageShape expected = networks().imageShape();
    Optional<ImageShape> found = ImageColumns.shapeOf(field);
    if (found.isPresent() && !found.get().equals(expected)) {
      throw InputErrors.of(this)
          .column(
              field.name(),
              "images of shape " + found.get(),
              "shape %s (channels x height x width), which preset %s trains on"
                  .formatted(expected, getPreset()),
              "another preset fits, or the images should be resized first.");
    }
    return field;
  }

  /** A model with this estimator's Params and no weights, for its schema rules. */
  private InfoGanCrModel prototype() {
    return copyValues(
        new InfoGanCrModel(uid(), new InfoGanCrModelData(networks(), latent(), null, null)),
        ParamMap.empty());
  }

  private LatentSpace latent() {
    return new LatentSpace(getNumCodes(), getNoiseDim());
  }

  private InfoGanCrNetworks networks() {
    if (getArchitecture().isEmpty()) {
      return presetTable().networks(latent());
    }
    InfoGanCrNetworks own = NetworksJson.read(getArchitecture());
    if (own.generator().input().size() != latent().size()) {
      throw InputErrors.of(this)
          .parameter(
              "architecture",
              "a generator of %d inputs".formatted(own.generator().input().size()),
              "%d inputs: numCodes (%d) + noiseDim (%d)"
                  .formatted(latent().size(), getNumCodes(), getNoiseDim()),
              "numCodes or noiseDim should be set to what the architecture was written for.");
    }
    return own;
  }

  private org.disentangle.net.procedure.InfoGanCr procedure() {
    return new org.disentangle.net.procedure.InfoGanCr(
        networks(),
        latent(),
        getBatchSize(),
        getLambda(),
        getAlpha(),
        getCrStart(),
        getGap(),
        getGapSwitch(),
        getGapAfter(),
        AdamSettings.adversarial(getLearningRateG()),
        AdamSettings.adversarial(getLearningRateD()),
        AdamSettings.adversarial(getLearningRateH()));
  }

  /**
   * Trains.
   *
   * @throws InvalidInputException if the schema or the Params are refused; nothing was trained or
   *     written
   * @throws IllegalArgumentException if an image is null, damaged, of another shape or not in [0,
   *     1], there are too few images, or the checkpoint directory cannot be used; nothing was
   *     trained or written
   * @throws org.disentangle.train.TrainingDivergedException if a loss or a parameter became NaN or
   *     infinite; the last good checkpoint stays
   */
  @Override
  public InfoGanCrModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    org.disentangle.net.procedure.InfoGanCr procedure = procedure();
    List<TrainingListener> told = new ArrayList<>(listeners());
    told.add(new LoggingListener());
    TrainingResult result = new RoundLoop(procedure, trainingSettings()).run(pixels(dataset), told);
    InfoGanCrModelData data =
        new InfoGanCrModelData(
            procedure.networks(), procedure.latent(), result.state(), result.history());
    return copyValues(new InfoGanCrModel(uid(), data), ParamMap.empty()).setParent(this);
  }

  private JavaRDD<float[]> pixels(Dataset<?> dataset) {
    StructField field = checkImages(dataset.schema());
    ImageDecoder decoder =
        new ImageDecoder(
            ImageFormat.detect(field.dataType()).orElseThrow(),
            networks().imageShape(),
            uid(),
            field.name());
    Dataset<Row> images = dataset.select(functions.col("`" + field.name() + "`"));
    return images.javaRDD().map(row -> decoder.decode(row.get(0)));
  }

  @Override
  public InfoGanCr copy(ParamMap extra) {
    InfoGanCr copy = defaultCopy(extra);
    copy.listeners = listeners;
    return copy;
  }

  public static StageReader<InfoGanCr> read() {
    return StageReader.of(InfoGanCr.class, InfoGanCr::new);
  }

  public static InfoGanCr load(String path) {
    return read().load(path);
  }
}
