package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageDecoder;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.DisentangledModelParams;
import org.disentangle.model.ImageInput;
import org.disentangle.model.ModelData;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SavingCheck;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingResult;

/**
 * Learns disentangled codes of images without labels, trained data-parallel with parameter
 * averaging. Equal data (in any order and partitioning), Params and number of workers give the same
 * model bit by bit on any cluster.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 * @param <N> its networks
 */
public abstract class DisentanglingEstimator<
        E extends DisentanglingEstimator<E, M, N>,
        M extends DisentangledModel<M>,
        N extends Record & CodeNetworks>
    extends Estimator<M>
    implements DisentangledModelParams<E>, PresetParams<E>, TrainsInRounds<E>, PersistentStage {

  /** What a batch must be does not depend on how many images there are. */
  private static final long ANY_IMAGES = 1;

  private final ParamTable declared;
  private transient List<TrainingListener> listeners;

  /** Subclasses end their constructors with {@code declared().declareAll()}. */
  DisentanglingEstimator(String uid) {
    declared = new ParamTable(this, uid);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  @Override
  public String explainParam(Param<?> param) {
    return declared.explain(param);
  }

  /** Presets' values follow the preset. */
  @Override
  public void onParamChange(Param<?> param) {
    declared.deriveDefaults();
  }

  @Override
  public E addListener(TrainingListener listener) {
    List<TrainingListener> extended = new ArrayList<>(listeners());
    extended.add(listener);
    listeners = extended;
    return self();
  }

  /** None after deserialisation. */
  private List<TrainingListener> listeners() {
    return listeners == null ? List.of() : listeners;
  }

  /**
   * Refuses Params that do not go together.
   *
   * @throws InvalidInputException if they do not
   */
  abstract void check();

  abstract N networks();

  abstract LatentSpace latent();

  /**
   * @param images how many the data have; counts them
   */
  abstract TrainingProcedure procedure(LongSupplier images);

  /** A model with none of this estimator's Params. */
  abstract M model(ModelData<N> data);

  /**
   * The schema of what the fitted model makes of this input.
   *
   * @throws InvalidInputException if the image column is missing, of a wrong type or shape, an
   *     output column exists, the architecture makes no sense, the schedule is impossible, or
   *     batches are so small that something would not learn
   */
  @Override
  public StructType transformSchema(StructType schema) {
    check();
    checkResume();
    N networks = networks();
    new BatchSizeCheck(this, getBatchSize()).require(procedure(() -> ANY_IMAGES).leastBatch());
    ImageInput.of(this, schema, networks.imageShape());
    return withParams(model(new ModelData<>(networks, latent(), null, null)))
        .transformSchema(schema);
  }

  /** A training's usual batch is not that of generating and encoding. */
  private M withParams(M model) {
    Object batchSize = model.getDefault(model.batchSize()).get();
    copyValues(model, ParamMap.empty());
    model.setDefault(model.batchSize(), batchSize);
    return model;
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
   * @throws org.disentangle.train.TrainingCollapsedException if one network has won for {@code
   *     collapsePatience} iterations, or Q's covariance became singular; likewise
   */
  @Override
  public M fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    SavingCheck.check(this);
    N networks = networks();
    ImageInput input = ImageInput.of(this, dataset.schema(), networks.imageShape());
    ImageDecoder decoder = input.decoder();
    JavaRDD<float[]> images =
        dataset.select(input.column()).javaRDD().map(row -> decoder.decode(row.get(0)));
    TrainingRun run = new TrainingRun(this);
    TrainingResult result = run.of(procedure(dataset::count), images, listeners());
    TrainingState state = result.state().only(networks.architectures().keySet());
    ModelData<N> data =
        new ModelData<>(networks, latent(), state, result.history(), run.trainedWith(result));
    return withParams(model(data)).setParent(this);
  }

  @Override
  @SuppressWarnings("unchecked") // a copy is of this class
  public E copy(ParamMap extra) {
    E copy = (E) defaultCopy(extra);
    copy.declared().deriveDefaults(); // the copied ones were those of this one's preset
    ((DisentanglingEstimator<?, ?, ?>) copy).listeners = listeners;
    return copy;
  }

  @SuppressWarnings("unchecked") // E is the class of this
  private E self() {
    return (E) this;
  }
}
