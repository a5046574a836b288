// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaRDD;
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
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageWriter.SavingCheck;
import org.disentangle.train.History;
import org.disentangle.train.shard.PackedImage;

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
    extends RoundEstimator<E, M> implements DisentangledModelParams<E> {

  /** What a batch must be does not depend on how many images there are. */
  private static final long ANY_IMAGES = 1;

  DisentanglingEstimator(String uid) {
    super(uid);
  }

  /**
   * The system to be trained.
   *
   * @throws InvalidInputException if Params do not go together
   */
  abstract TrainedSystem<N> system();

  /** A model with none of this estimator's Params. */
  abstract M model(ModelData<N> data);

  /**
   * The schema of what the fitted model makes of this input.
   *
   * @throws InvalidInputException if the image column is missing, of a wrong type or shape, an
   *     output column exists, the architecture makes no sense, the schedule is impossible, batches
   *     are so small that something would not learn, or the precision cannot be computed here
   */
  @Override
  public StructType transformSchema(StructType schema) {
    return transformSchema(schema, system());
  }

  private StructType transformSchema(StructType schema, TrainedSystem<N> system) {
    checkResume();
    checkInitialModel();
    requirePrecision();
    checkWatching(schema, true);
    TrainingProcedure procedure = system.procedure().apply(() -> ANY_IMAGES);
    new BatchSizeCheck(this, getBatchSize()).require(procedure.leastBatch());
    ImageInput.of(
        this, schema, system.networks().imageShape(), found -> FittingPresets.of(presets(), found));
    StructType output =
        withParams(model(ModelData.untrained(system.networks(), system.latent())))
            .transformSchema(schema);
    DistinctColumns.require(this);
    return output;
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
    InputErrors.given(this, "dataset", dataset, "rows");
    TrainedSystem<N> system = system();
    transformSchema(dataset.schema(), system);
    SavingCheck.check(this);
    N networks = system.networks();
    ImageInput input = ImageInput.of(this, dataset.schema(), networks.imageShape());
    ImageDecoder decoder = input.decoder();
    ValidationRows rows = ValidationRows.of(this, getNumWorkers(), dataset);
    Dataset<?> training = rows.training();
    JavaRDD<PackedImage> images =
        training.select(input.column()).javaRDD().map(row -> packed(decoder, row.get(0)));
    return train(
        system.procedure().apply(training::count),
        rows,
        images,
        (state, history, trainedWith) ->
            withParams(
                model(ModelData.of(networks, system.latent(), state, history, trainedWith))));
  }

  @Override
  public UntrainedSystem untrained(long images, int classes) {
    TrainedSystem<N> system = system();
    TrainingProcedure procedure = system.procedure().apply(() -> images);
    new BatchSizeCheck(this, getBatchSize()).require(procedure.leastBatch());
    return new UntrainedSystem(procedure, () -> initial(system, procedure));
  }

  private M initial(TrainedSystem<N> system, TrainingProcedure procedure) {
    TrainingState state =
        procedure.initialState(getSeed()).only(system.networks().architectures().keySet());
    History history = new History(procedure.lossNames(), List.of());
    return withParams(model(new ModelData<>(system.networks(), system.latent(), state, history)));
  }

  private static PackedImage packed(ImageDecoder decoder, Object cell) {
    return decoder
        .decodeBytes(cell)
        .map(PackedImage::ofBytes)
        .orElseGet(() -> PackedImage.ofValues(decoder.decode(cell)));
  }

  /**
   * What the Params of an estimator say of the system to be trained.
   *
   * @param networks those that the model keeps
   * @param latent its codes and noise
   * @param procedure what trains them, for data of as many images as the supplier counts if it is
   *     asked
   */
  record TrainedSystem<N extends Record & CodeNetworks>(
      N networks, LatentSpace latent, Function<LongSupplier, TrainingProcedure> procedure) {

    /** Of a system that is trained alike on few images and on many. */
    static <N extends Record & CodeNetworks> TrainedSystem<N> of(
        N networks, LatentSpace latent, TrainingProcedure procedure) {
      return new TrainedSystem<>(networks, latent, images -> procedure);
    }
  }
}
