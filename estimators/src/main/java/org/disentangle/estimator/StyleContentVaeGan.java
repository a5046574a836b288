// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageDecoder;
import org.disentangle.model.ImageInput;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleContentModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.TripletProcedure;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.stylecontent.StyleContentProcedure;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter.SavingCheck;
import org.disentangle.train.History;
import org.disentangle.train.shard.PackedImage;

/**
 * Learns from labelled images a code that carries the label and one that carries everything else
 * (Mathieu et al., "Disentangling factors of variation in deep representations using adversarial
 * training", NIPS 2016): a variational autoencoder whose images with exchanged codes have to
 * deceive a discriminator that sees the label. See {@link StyleContentProcedure} for the losses and
 * for what the paper leaves open.
 *
 * <pre>{@code
 * StyleContentModel model = new StyleContentVaeGan().setPreset("small32").fit(labelledImages);
 * Dataset<Row> mixed = model.swap(pairs, "content", "style");
 * }</pre>
 *
 * <p>Labels are whole numbers from 0 on; the classes are those that the label column's nominal
 * metadata gives (as {@code StringIndexer} writes it), or else all that occur. Equal data (in any
 * order and partitioning), Params and number of workers give the same model bit by bit on any
 * cluster.
 */
public final class StyleContentVaeGan extends RoundEstimator<StyleContentVaeGan, StyleContentModel>
    implements StyleContentParams<StyleContentVaeGan> {

  /** The networks that a model keeps take and make no labels: any number serves a schema. */
  private static final int ANY_CLASSES = 2;

  public StyleContentVaeGan() {
    this(Identifiable$.MODULE$.randomUID("styleContentVaeGan"));
  }

  public StyleContentVaeGan(String uid) {
    super(uid);
    declared().declareAll();
  }

  private StyleContentNetworks networks(int classes) {
    StyleContentNetworks.Sizes sizes =
        new StyleContentNetworks.Sizes(getSpecifiedDim(), getUnspecifiedDim(), classes);
    return getArchitecture().isEmpty()
        ? Presets.of(presets(), getPreset()).networks(sizes)
        : ownNetworks(sizes);
  }

  /** The user's own networks, whose D has to know the labels of the data. */
  private StyleContentNetworks ownNetworks(StyleContentNetworks.Sizes sizes) {
    OwnNetworks own =
        new OwnNetworks(
            InputErrors.of(this),
            "E, Dec and D",
            String.format(
                Locale.ROOT,
                "specifiedDim = %d and unspecifiedDim = %d",
                sizes.specified(),
                sizes.unspecified()),
            "Set specifiedDim and unspecifiedDim to what the architecture was written for.");
    StyleContentNetworks networks =
        own.read(getArchitecture(), StyleContentNetworks.class, StyleContentNetworks::imageShape);
    int pixels = networks.imageShape().size();
    own.check(
        StyleContentProcedure.E,
        networks.encoder(),
        pixels,
        Map.of(
            StyleContentNetworks.SPECIFIED,
            sizes.specified(),
            StyleContentNetworks.MEAN,
            sizes.unspecified(),
            StyleContentNetworks.LOG_VARIANCE,
            sizes.unspecified()));
    own.check(
        StyleContentProcedure.DEC,
        networks.decoder(),
        sizes.specified() + sizes.unspecified(),
        Map.of(StyleContentNetworks.LOGITS, pixels));
    own.check(
        StyleContentProcedure.D,
        networks.discriminator(),
        pixels,
        Map.of(StyleContentNetworks.REAL, 1));
    if (!networks.isConditioned()) {
      throw own.refused("D without a label-table");
    }
    return networks.withClasses(sizes.classes());
  }

  /**
   * The schema of what the fitted model makes of this input.
   *
   * @throws InvalidInputException if the image or label column is missing or of a wrong type or
   *     shape, an output column exists, it should resume from nowhere, batches are so small that
   *     something would not learn, or the precision cannot be computed here
   */
  @Override
  public StructType transformSchema(StructType schema) {
    checkResume();
    checkInitialModel();
    if (getFrozenSpecified() && getInitialModel().isEmpty()) {
      throw InputErrors.of(this)
          .parameter(
              "frozenSpecified",
              true,
              "false without initialModel, whose specified code would be kept");
    }
    requirePrecision();
    checkWatching(schema, false);
    StyleContentNetworks networks = networks(ANY_CLASSES);
    new BatchSizeCheck(this, getBatchSize()).require(procedure(networks).leastBatch());
    ImageInput.of(
        this, schema, networks.imageShape(), found -> FittingPresets.of(presets(), found));
    new SchemaChecks(this, schema).input(labelCol(), ColumnType.NUMBER);
    StructType output =
        model(new StyleContentModelData(networks, null, null)).transformSchema(schema);
    DistinctColumns.require(this);
    return output;
  }

  private StyleContentModel model(StyleContentModelData data) {
    return withParams(new StyleContentModel(uid(), data));
  }

  /**
   * Trains.
   *
   * @throws InvalidInputException if the schema, the labels or the Params are refused; nothing was
   *     trained or written
   * @throws IllegalArgumentException if an image is null, damaged, of another shape or outside its
   *     value range, there are too few images, or the checkpoint directory cannot be used; nothing
   *     was trained or written
   * @throws org.disentangle.train.TrainingDivergedException if a loss or a parameter became NaN or
   *     infinite; the last good checkpoint stays
   * @throws org.disentangle.train.TrainingCollapsedException if one network has won for {@code
   *     collapsePatience} iterations; likewise
   */
  @Override
  public StyleContentModel fit(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    transformSchema(dataset.schema());
    SavingCheck.check(this);
    ClassLabels classes =
        ClassLabels.of(InputErrors.of(this), dataset.schema().apply(getLabelCol()), dataset);
    StyleContentNetworks networks = networks(classes.numClasses());
    TripletProcedure procedure = procedure(networks);
    ValidationRows rows = ValidationRows.of(this, getNumWorkers(), dataset);
    return train(
        procedure,
        rows,
        labelled(rows.training(), networks, procedure),
        (state, history, trainedWith) ->
            model(new StyleContentModelData(networks, state, history, trainedWith)));
  }

  @Override
  public UntrainedSystem untrained(long images, int classes) {
    StyleContentNetworks networks = networks(classes);
    TripletProcedure procedure = procedure(networks);
    new BatchSizeCheck(this, getBatchSize()).require(procedure.leastBatch());
    History history = new History(procedure.lossNames(), List.of());
    return new UntrainedSystem(
        procedure,
        () ->
            model(new StyleContentModelData(networks, procedure.initialState(getSeed()), history)));
  }

  private TripletProcedure procedure(StyleContentNetworks networks) {
    return new StyleContentProcedure(
        networks,
        getBatchSize(),
        getLambda(),
        getKlWeight(),
        AdamSettings.adversarial(getLearningRate()),
        AdamSettings.adversarial(getLearningRateD()),
        getLabelWeight(),
        getOptimiser().equals(GRADIENT_DESCENT),
        getFrozenSpecified());
  }

  private JavaRDD<PackedImage> labelled(
      Dataset<?> dataset, StyleContentNetworks networks, TripletProcedure procedure) {
    ImageInput input = ImageInput.of(this, dataset.schema(), networks.imageShape());
    ImageDecoder decoder = input.decoder();
    LabelledPixels labelled = procedure.labelled();
    return dataset
        .select(input.column(), ExactColumn.named(getLabelCol()).cast("int"))
        .javaRDD()
        .map(row -> labelled.join(decoder.decode(row.get(0)), row.getInt(1)))
        .map(PackedImage::ofValues);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<StyleContentVaeGan> read() {
    return StageReader.of(StyleContentVaeGan.class, StyleContentVaeGan::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws InvalidInputException if the folder is not a saved StyleContentVaeGan
   */
  public static StyleContentVaeGan load(String path) {
    return read().load(path);
  }
}
