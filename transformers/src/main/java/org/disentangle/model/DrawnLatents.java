// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.latent.Seeds;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;

/**
 * Columns of codes and noise that follow from the seed of a stage and the id of a row alone, so
 * that any partitioning gives the same rows.
 *
 * @param stage the stage whose Params say what to draw
 */
record DrawnLatents(LatentDrawParams<?> stage) {

  /** Draws one or more latent vectors, codes first, for one id; each becomes a row. */
  @FunctionalInterface
  interface Draw extends Serializable {
    List<float[]> from(long id, SplittableRandom random);
  }

  private static final String CODES = "codes";
  private static final String NOISE = "noise";

  /**
   * The schema with the drawn columns.
   *
   * @throws org.disentangle.error.InvalidInputException if the id column is missing or not whole
   *     numbers, {@code numCodes} is not set, there are not as many names as codes, or an output
   *     column exists
   */
  StructType schema(StructType input) {
    SchemaChecks checks = new SchemaChecks(stage, input);
    checks.input(stage.idCol(), ColumnType.WHOLE_NUMBER);
    StructType extended =
        input.add(CodeFields.codes(checks.output(stage.codesCol()), codeNames(), stage.latent()));
    if (stage.getNoiseDim() == 0) {
      return extended;
    }
    String noise = new SchemaChecks(stage, extended).output(stage.noiseCol());
    return extended.add(CodeFields.noise(noise, stage.latent()));
  }

  /**
   * The names of the codes: those given, else {@code code_0} and so on.
   *
   * @throws org.disentangle.error.InvalidInputException if there are not as many names as codes
   */
  List<String> codeNames() {
    String[] names = stage.getCodeNames();
    int codes = stage.getNumCodes();
    if (names.length == 0) {
      return CodeFields.names("code_", codes);
    }
    if (names.length != codes) {
      throw InputErrors.of(stage)
          .parameter(
              stage.codeNames().name(),
              names,
              String.format(Locale.ROOT, "%d names, one per code", codes));
    }
    return List.of(names);
  }

  /** The rows with the drawn columns, each row as often as vectors are drawn for its id. */
  Dataset<Row> add(Dataset<?> rows, StructType schema, Draw draw) {
    StructType vector =
        new StructType()
            .add(CodeFields.codes(CODES, stage.latent()))
            .add(CodeFields.noise(NOISE, stage.latent()));
    String struct = stage.uid() + "_drawn";
    Dataset<Row> drawn =
        rows.withColumn(
            struct,
            functions.explode(
                functions
                    .udf(drawing(draw), DataTypes.createArrayType(vector, false))
                    .asNonNullable()
                    .apply(ExactColumn.named(stage.getIdCol()).cast("long"))));
    drawn = withField(drawn, struct, CODES, schema.apply(stage.getCodesCol()));
    if (stage.getNoiseDim() > 0) {
      drawn = withField(drawn, struct, NOISE, schema.apply(stage.getNoiseCol()));
    }
    return drawn.drop(struct);
  }

  private UDF1<Long, Row[]> drawing(Draw draw) {
    long seed = stage.getSeed();
    int numCodes = stage.getNumCodes();
    InputErrors errors = InputErrors.of(stage);
    String idCol = stage.getIdCol();
    return id -> {
      if (id == null) {
        throw errors.column(idCol, "null", "an id in every row");
      }
      return draw.from(id, new SplittableRandom(Seeds.mix(seed, id))).stream()
          .map(latent -> row(latent, numCodes))
          .toArray(Row[]::new);
    };
  }

  private static Row row(float[] latent, int numCodes) {
    return RowFactory.create(
        Arrays.copyOf(latent, numCodes), Arrays.copyOfRange(latent, numCodes, latent.length));
  }

  private static Dataset<Row> withField(
      Dataset<Row> rows, String struct, String name, StructField field) {
    Column value = ExactColumn.named(struct).getField(name);
    return rows.withColumn(field.name(), value.as(field.name(), field.metadata()));
  }
}
