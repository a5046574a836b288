// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageShape;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Makes images of arrays of numbers that have neither a shape nor an order, such as CIFAR or SVHN
 * in Parquet.
 *
 * <pre>{@code
 * Dataset<Row> images =
 *     new ArrayImages().setImageCol("pixels").setHeight(32).setWidth(32).setArrayLayout("hwc")
 *         .transform(spark.read().parquet("svhn.parquet"));
 * }</pre>
 *
 * <p>Reads arrays of any numbers, ML vectors, and binary columns, whose bytes are pixels and not
 * those of a file. Bytes are 0 to 255, also in {@code array<tinyint>}, where Spark shows the upper
 * half as negative. Nothing is resized; {@link ImagePreparation} can follow.
 */
public final class ArrayImages extends Transformer
    implements ArrayImagesParams<ArrayImages>, StageParams<ArrayImages>, PersistentStage {

  private final ParamTable declared;

  public ArrayImages() {
    this(Identifiable$.MODULE$.randomUID("arrayImages"));
  }

  public ArrayImages(String uid) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if the image column is missing or holds no
   *     numbers, {@code height} or {@code width} is not set, or the output column exists
   */
  @Override
  public StructType transformSchema(StructType schema) {
    new SchemaChecks(this, schema)
        .input(imageCol(), ColumnType.NUMBER_ARRAY, ColumnType.VECTOR, ColumnType.BINARY);
    return new PreparedColumn(this).addTo(schema, Optional.of(shape()));
  }

  /** Appends the images; the job fails at a cell of another length or with a value out of range. */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    StructType schema = dataset.schema();
    StructType output = transformSchema(schema);
    ArrayPixels pixels =
        new ArrayPixels(
            InputErrors.of(this),
            getImageCol(),
            schema.fieldIndex(getImageCol()),
            shape(),
            getArrayLayout().equals("hwc"),
            getArrayScale());
    ImageEncoder encoder = new PreparedColumn(this).encoder(shape());
    return MappedRows.each(
        dataset, row -> AppendedCells.of(row, encoder.encode(pixels.planes(row))), output);
  }

  private ImageShape shape() {
    if (!ImageShape.fitsAnArray(getChannels(), getHeight(), getWidth())) {
      throw InputErrors.of(this)
          .parameter(
              height().name(),
              getHeight(),
              String.format(
                  Locale.ROOT,
                  "at most %d values per image, of %d columns and %d channels",
                  Integer.MAX_VALUE,
                  getWidth(),
                  getChannels()));
    }
    return new ImageShape(getChannels(), getHeight(), getWidth());
  }

  @Override
  public ArrayImages copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static StageReader<ArrayImages> read() {
    return StageReader.of(ArrayImages.class, ArrayImages::new);
  }

  public static ArrayImages load(String path) {
    return read().load(path);
  }
}
