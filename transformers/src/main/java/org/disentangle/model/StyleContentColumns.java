// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ValueRange;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.inference.StyleContentDecoder;
import org.disentangle.net.inference.StyleContentEncoder;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;

/**
 * The columns that a model of specified and unspecified codes reads and appends, and rows with
 * them.
 */
record StyleContentColumns(StyleContentModel model) {

  private static final String ADVICE = "A value overflowed before it was written.";

  private StyleContentNetworks networks() {
    return model.data().networks();
  }

  private StructField code(StructType schema, Param<String> column, String prefix, int length) {
    return CodeFields.codes(
        new SchemaChecks(model, schema).output(column),
        CodeFields.names(prefix, length),
        new LatentSpace(length, 0, Prior.NORMAL));
  }

  /** The schema with the specified code at its end. */
  StructType withSpecified(StructType schema) {
    return schema.add(code(schema, model.specifiedCol(), "specified_", networks().specifiedDim()));
  }

  /** The schema with the unspecified code at its end. */
  StructType withUnspecified(StructType schema) {
    return schema.add(
        code(schema, model.unspecifiedCol(), "unspecified_", networks().unspecifiedDim()));
  }

  /** The schema with the generated image at its end. */
  StructType withGenerated(StructType schema) {
    return schema.add(
        ImageColumns.field(
            new SchemaChecks(model, schema).output(model.generatedCol()),
            ImageFormat.of(model.getImageFormat()),
            ValueRange.of(model.getValueRange()),
            model.imageShape()));
  }

  /** What {@code transform} makes of the schema. */
  StructType transformed(StructType schema) {
    SchemaChecks checks = new SchemaChecks(model, schema);
    StructType output = schema;
    boolean specified = checks.has(model.specifiedCol());
    boolean unspecified = checks.has(model.unspecifiedCol());
    if (!specified || !unspecified) {
      ImageInput.of(model, schema, model.imageShape());
    }
    if (specified) {
      checks.numbers(model.specifiedCol());
    } else {
      output = withSpecified(output);
    }
    if (unspecified) {
      checks.numbers(model.unspecifiedCol());
    } else {
      output = withUnspecified(output);
    }
    if (model.getAppendGenerated()) {
      output = withGenerated(output);
    }
    if (output.length() == schema.length()) {
      throw InputErrors.of(model)
          .parameter(
              "appendGenerated",
              false,
              "true, because nothing else would be appended to this input",
              "Drop the columns of codes, so that codes are inferred from images.");
    }
    return output;
  }

  /** The column that holds images, as another Param value of the model would read it. */
  ImageInput images(StructType schema, String column) {
    return ImageInput.of(
        model.copy(ParamMap.empty()).setImageCol(column), schema, model.imageShape());
  }

  /** The rows with the specified code of an image column, the unspecified one, or both. */
  Dataset<Row> encoded(Dataset<?> rows, String column, boolean specified, boolean unspecified) {
    StructType schema = rows.schema();
    StructType output = specified ? withSpecified(schema) : schema;
    return MappedRows.of(
        rows,
        new EncodedRows(model.key(), images(schema, column), specified, unspecified),
        unspecified ? withUnspecified(output) : output);
  }

  /** The rows with the image of their codes. */
  Dataset<Row> decoded(Dataset<?> rows) {
    StructType schema = rows.schema();
    ImageEncoder images =
        new ImageEncoder(
            ImageFormat.of(model.getImageFormat()),
            ValueRange.of(model.getValueRange()),
            model.imageShape(),
            model.uid(),
            model.getGeneratedCol());
    return MappedRows.of(
        rows,
        new DecodedRows(
            model.key(),
            cells(schema, model.getSpecifiedCol(), networks().specifiedDim()),
            cells(schema, model.getUnspecifiedCol(), networks().unspecifiedDim()),
            images),
        withGenerated(schema));
  }

  /** Reads a column of codes; any finite value will do. */
  FloatCells cells(StructType schema, String column, int length) {
    return new FloatCells(
        InputErrors.of(model),
        column,
        schema.fieldIndex(column),
        length,
        (any, value) -> Math.abs(value) <= Float.MAX_VALUE,
        length + " values, all finite",
        ADVICE);
  }

  /**
   * The specified and unspecified codes of rows through a decoder, one batch at a time: appends the
   * images.
   */
  private record DecodedRows(
      StyleContentCoder.Key key, FloatCells specified, FloatCells unspecified, ImageEncoder images)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      StyleContentDecoder decoder = key.take().decoder();
      return new BatchedRows<>(rows, key.batchSize(), batch -> decode(batch, decoder));
    }

    private List<Row> decode(List<Row> batch, StyleContentDecoder decoder) {
      for (int i = 0; i < batch.size(); i++) {
        specified.copy(batch.get(i), decoder.codes(), decoder.specifiedAt(i));
        unspecified.copy(batch.get(i), decoder.codes(), decoder.unspecifiedAt(i));
      }
      float[] made = decoder.decode();
      int size = key.networks().imageShape().size();
      List<Row> results = new ArrayList<>(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        results.add(AppendedCells.of(batch.get(i), images.encode(made, i * size)));
      }
      return results;
    }
  }

  /**
   * The images of rows through an encoder of specified and unspecified codes, one batch at a time:
   * appends the codes that are wanted, specified before unspecified.
   */
  private record EncodedRows(
      StyleContentCoder.Key key, ImageInput images, boolean specified, boolean unspecified)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      StyleContentEncoder encoder = key.take().encoder();
      return new BatchedRows<>(rows, key.batchSize(), batch -> encode(batch, encoder));
    }

    private List<Row> encode(List<Row> batch, StyleContentEncoder encoder) {
      int size = key.networks().imageShape().size();
      for (int i = 0; i < batch.size(); i++) {
        float[] planes = images.decoder().decode(batch.get(i).get(images.index()));
        System.arraycopy(planes, 0, encoder.pixels(), i * size, size);
      }
      StyleContentEncoder.Codes codes = encoder.encode(batch.size());
      List<Row> results = new ArrayList<>(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        List<Object> cells = new ArrayList<>(2);
        if (specified) {
          cells.add(part(codes.specified(), i, key.networks().specifiedDim()));
        }
        if (unspecified) {
          cells.add(part(codes.unspecified(), i, key.networks().unspecifiedDim()));
        }
        results.add(AppendedCells.of(batch.get(i), cells.toArray()));
      }
      return results;
    }

    private static float[] part(float[] values, int row, int size) {
      return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }
  }
}
