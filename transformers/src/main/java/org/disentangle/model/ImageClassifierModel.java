// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageShape;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;

/**
 * A trained image classifier. {@code transform} appends three columns: class probabilities (a
 * vector that adds up to 1), the likeliest class (a double, with the classes as nominal metadata)
 * and features (a vector: what the layer below the output computes).
 *
 * <pre>{@code
 * Dataset<Row> judged = classifier.transform(generated);
 * double score = new ImageQualityEvaluator().evaluate(judged);
 * }</pre>
 *
 * <p>What is appended to a row depends on its image alone, not on the other rows.
 */
public final class ImageClassifierModel extends Model<ImageClassifierModel>
    implements ImageClassifierModelParams<ImageClassifierModel>,
        StageParams<ImageClassifierModel>,
        PersistentStage {

  private final ParamTable declared;
  private final ImageClassifierModelData data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public ImageClassifierModel() {
    this(Identifiable$.MODULE$.randomUID("imageClassifierModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public ImageClassifierModel(String uid, ImageClassifierModelData data) {
    declared = new ParamTable(this, uid);
    this.data = data;
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** Number of classes. */
  public int numClasses() {
    return data().network().numClasses();
  }

  /** Length of the feature vectors. */
  public int numFeatures() {
    return data().network().numFeatures();
  }

  /** Shape of the images. */
  public ImageShape imageShape() {
    return data().network().imageShape();
  }

  /** Training loss of each round, in nats; also after loading. */
  public List<Double> losses() {
    return data().losses();
  }

  /** Params and data of the training; also after loading. */
  public TrainedWith trainedWith() {
    return data().trainedWith();
  }

  /**
   * Architecture, weights, class names and losses.
   *
   * @throws org.disentangle.error.InvalidInputException if the model was made without networks
   */
  public ImageClassifierModelData data() {
    return TrainedData.of(this, data);
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if the image column is missing, of a wrong
   *     type or shape, or an output column exists
   */
  @Override
  public StructType transformSchema(StructType schema) {
    BatchMemory.require(this, imageShape());
    ImageInput.of(this, schema, imageShape());
    return ClassifierFields.append(this, schema, data().network(), data().classNames());
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    StructType output = transformSchema(dataset.schema());
    return MappedRows.of(
        dataset,
        new ClassifiedRows(
            new ClassifiedRows.Key(data().network(), data().state(), getBatchSize()),
            ImageInput.of(this, dataset.schema(), imageShape())),
        output);
  }

  @Override
  public String toString() {
    if (data == null) {
      return TrainedData.without(this);
    }
    return String.format(
        Locale.ROOT,
        "ImageClassifierModel: uid=%s, numClasses=%d, numFeatures=%d, images=%s%s",
        uid(),
        numClasses(),
        numFeatures(),
        imageShape(),
        trainedWith().clause());
  }

  @Override
  public ImageClassifierModel copy(ParamMap extra) {
    ImageClassifierModel copy = copyValues(new ImageClassifierModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  @Override
  public StageWriter write() {
    ImageClassifierModelData trained = data();
    return new StageWriter(this, files -> ClassifierFiles.write(trained, files));
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<ImageClassifierModel> read() {
    return new StageReader<>(
        ImageClassifierModel.class,
        (uid, files) -> new ImageClassifierModel(uid, ClassifierFiles.read(files, uid)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static ImageClassifierModel load(String path) {
    return read().load(path);
  }
}
