package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageDecoder;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.ImageInput;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanCrModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.InvalidInputException;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageReader;
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
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * Adds a listener told about every round of every fit, also of copies made later, as {@code
   * CrossValidator} makes them; with parallel fits it is called from several threads. It is not
   * saved.
   */
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
   * The schema of what the fitted model makes of this input.
   *
   * @throws InvalidInputException if the image column is missing, of a wrong type or shape, an
   *     output column exists, the architecture makes no sense, or the schedule is impossible
   */
  @Override
  public StructType transformSchema(StructType schema) {
    new ScheduleChecks(this).check();
    ImageInput.of(this, schema, networks().imageShape());
    return prototype().transformSchema(schema);
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
    return getArchitecture().isEmpty()
        ? presetTable().networks(latent())
        : new OwnArchitecture(InputErrors.of(this), latent()).read(getArchitecture());
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
   * @throws IllegalArgumentException if an image is null, damaged, of another shape or outside its
   *     value range, there are too few images, or the checkpoint directory cannot be used; nothing
   *     was trained or written
   * @throws org.disentangle.train.TrainingDivergedException if a loss or a parameter became NaN or
   *     infinite; the last good checkpoint stays
   */
  @Override
  public InfoGanCrModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    org.disentangle.net.procedure.InfoGanCr procedure = procedure();
    ImageInput input = ImageInput.of(this, dataset.schema(), procedure.networks().imageShape());
    ImageDecoder decoder = input.decoder();
    JavaRDD<float[]> images =
        dataset.select(input.column()).javaRDD().map(row -> decoder.decode(row.get(0)));
    TrainingResult result = new TrainingRun(this).of(procedure, images, listeners());
    InfoGanCrModelData data =
        new InfoGanCrModelData(
            procedure.networks(), procedure.latent(), result.state(), result.history());
    return copyValues(new InfoGanCrModel(uid(), data), ParamMap.empty()).setParent(this);
  }

  @Override
  public InfoGanCr copy(ParamMap extra) {
    InfoGanCr copy = defaultCopy(extra);
    copy.listeners = listeners;
    return copy;
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<InfoGanCr> read() {
    return StageReader.of(InfoGanCr.class, InfoGanCr::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws InvalidInputException if the folder is not a saved InfoGanCr
   */
  public static InfoGanCr load(String path) {
    return read().load(path);
  }
}
