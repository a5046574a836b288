// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.model.ClassifierFields;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.ImageClassifierModelData;
import org.disentangle.model.ImageInput;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.net.supervised.MomentumSettings;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter.SavingCheck;
import org.disentangle.train.shard.PackedImage;
import org.disentangle.train.shard.Sharding;
import org.disentangle.train.shard.Sharding.ShardedImages;

/**
 * Learns to classify images with a small convolutional network, trained data-parallel with
 * parameter averaging: by dl4j-spark on Spark 3.5, by this library's round loop on Spark 4. What it
 * learns is what the scores of generated images are made from: class probabilities and features.
 *
 * <pre>{@code
 * ImageClassifierModel classifier = new ImageClassifier().setNumWorkers(2).fit(labelledImages);
 * double accuracy = new MulticlassClassificationEvaluator().setMetricName("accuracy")
 *     .evaluate(classifier.transform(testImages));
 * }</pre>
 *
 * <p>Labels are whole numbers from 0 on; the classes are those that the label column's nominal
 * metadata gives (as {@code StringIndexer} writes it), or else all that occur. The shape of the
 * images is what the image column's metadata gives, or else that of the first image.
 *
 * <p>Equal data (in any order and partitioning), Params and number of workers give the same model
 * on any cluster. On Spark 3.5, {@code spark.serializer} must be the default one, or Kryo with
 * {@link org.disentangle.train.KryoRegistration}: by itself Kryo loses the values of the arrays
 * that dl4j-spark moves.
 */
public final class ImageClassifier extends Estimator<ImageClassifierModel>
    implements ImageClassifierParams<ImageClassifier>,
        StageParams<ImageClassifier>,
        PersistentStage {

  /** What a batch must be does not depend on the number of classes. */
  private static final int ANY_CLASSES = 2;

  private final ParamTable declared;

  public ImageClassifier() {
    this(Identifiable$.MODULE$.randomUID("imageClassifier"));
  }

  public ImageClassifier(String uid) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * The schema of what the fitted model makes of this input.
   *
   * @throws InvalidInputException if the image or label column is missing or of a wrong type, an
   *     output column exists, or batches are so small that something would not learn
   */
  @Override
  public StructType transformSchema(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    StructField field = ImageInput.field(this, schema);
    ImageColumns.shapeOf(field).ifPresent(shape -> requireLearning(network(shape, ANY_CLASSES)));
    checks.input(labelCol(), ColumnType.NUMBER);
    StructType output = ClassifierFields.append(this, schema);
    DistinctColumns.require(this);
    return output;
  }

  /**
   * Trains.
   *
   * @throws InvalidInputException if the schema, the labels or the Params are refused; nothing was
   *     trained
   * @throws IllegalArgumentException if an image is null, damaged, of another shape or outside its
   *     value range, or there are too few images for a batch of each worker; nothing was trained
   * @throws IllegalStateException if the loss becomes NaN or infinite
   */
  @Override
  public ImageClassifierModel fit(Dataset<?> dataset) {
    return fitWith(ClassifierTraining::run, dataset);
  }

  /** How a classifier is trained on images that are shared out. */
  interface Trainer {

    /**
     * Trains from fresh weights.
     *
     * @param iterations mini-batches of every worker
     */
    TrainedClassifier run(
        SupervisedProcedure procedure,
        int numWorkers,
        int averagingFrequency,
        long seed,
        ShardedImages data,
        int iterations);
  }

  ImageClassifierModel fitWith(Trainer trainer, Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    transformSchema(dataset.schema());
    SavingCheck.check(this);
    ClassifierTraining.requireSerializer(
        InputErrors.of(this), dataset.sparkSession().sparkContext().getConf());
    ClassLabels classes =
        ClassLabels.of(InputErrors.of(this), dataset.schema().apply(getLabelCol()), dataset);
    ClassifierNetwork network = network(shape(dataset), classes.numClasses());
    requireLearning(network);
    try (ShardedImages data = shards(dataset, network)) {
      TrainedClassifier result =
          trainer.run(
              new SupervisedProcedure(
                  network, new MomentumSettings(getLearningRate(), getMomentum()), getBatchSize()),
              getNumWorkers(),
              getAveragingFrequency(),
              getSeed(),
              data,
              iterations(data.count()));
      ImageClassifierModelData trained =
          new ImageClassifierModelData(
              network,
              result.state(),
              classes.names(),
              result.losses(),
              TrainedWith.of(this, Set.of(), data.fingerprint()));
      return copyValues(new ImageClassifierModel(uid(), trained), ParamMap.empty()).setParent(this);
    }
  }

  private ImageShape shape(Dataset<?> dataset) {
    StructField field = ImageInput.field(this, dataset.schema());
    Optional<ImageShape> recorded = ImageColumns.shapeOf(field);
    if (recorded.isPresent()) {
      return recorded.get();
    }
    Row first = dataset.select(ExactColumn.named(field.name())).takeAsList(1).get(0);
    ImageFormat format = ImageFormat.detect(field.dataType()).orElseThrow();
    return ImageDecoder.shapeOf(format, first.get(0), uid(), field.name())
        .orElseThrow(
            () ->
                InputErrors.of(this)
                    .column(
                        field.name(),
                        "images of a type without a shape, and no metadata with one",
                        "metadata with the shape (ImageColumns.metadata), or images as struct or PNG",
                        "Keep the column's metadata, which an earlier step dropped."));
  }

  private ClassifierNetwork network(ImageShape shape, int numClasses) {
    return getNetwork().equals(SPRITES)
        ? ClassifierNetwork.sprites(shape, numClasses)
        : ClassifierNetwork.small(shape, numClasses);
  }

  private void requireLearning(ClassifierNetwork network) {
    new BatchSizeCheck(this, getBatchSize()).require(LeastBatch.of(network.features()));
  }

  private ShardedImages shards(Dataset<?> dataset, ClassifierNetwork network) {
    ImageInput input = ImageInput.of(this, dataset.schema(), network.imageShape());
    ImageDecoder decoder = input.decoder();
    LabelledPixels labelled = new LabelledPixels(network.imageShape().size(), network.numClasses());
    JavaRDD<PackedImage> images =
        dataset
            .select(input.column(), ExactColumn.named(getLabelCol()).cast("int"))
            .javaRDD()
            .map(row -> labelled.join(decoder.decode(row.get(0)), row.getInt(1)))
            .map(PackedImage::ofValues);
    try {
      return Sharding.shard(images, labelled.size(), getBatchSize(), getNumWorkers());
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).named(refusal);
    }
  }

  /** Mini-batches of every worker; the last pass is cut to whole batches. */
  private int iterations(long images) {
    return Math.toIntExact(
        Math.max(1, getEpochs() * images / ((long) getNumWorkers() * getBatchSize())));
  }

  @Override
  public ImageClassifier copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<ImageClassifier> read() {
    return StageReader.of(ImageClassifier.class, ImageClassifier::new);
  }

  /**
   * Loads an estimator.
   *
   * @throws InvalidInputException if the folder is not a saved ImageClassifier
   */
  public static ImageClassifier load(String path) {
    return read().load(path);
  }
}
