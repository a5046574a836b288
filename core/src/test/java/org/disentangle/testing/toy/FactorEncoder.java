// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing.toy;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageReader;

/** Learns the means of factor columns; its model writes centred, noisy factors as codes. */
public final class FactorEncoder extends Estimator<FactorEncoderModel>
    implements FactorEncoderParams<FactorEncoder>, PersistentStage {

  private final ParamTable declared;

  public FactorEncoder() {
    this(Identifiable.randomUID("factorEncoder"));
  }

  public FactorEncoder(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  @Override
  public FactorEncoderModel fit(Dataset<?> data) {
    transformSchema(data.schema());
    List<String> factors = factorColsIn(data.schema());
    Column[] means = factors.stream().map(functions::avg).toArray(Column[]::new);
    Row row = data.agg(functions.lit(0), means).first();
    double[] values = new double[means.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getDouble(i + 1);
    }
    FactorEncoderModel model = new FactorEncoderModel(uid(), values);
    return copyValues(model, ParamMap.empty()).setParent(this);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    factorColsIn(schema);
    return schema.add(
        new SchemaChecks(this, schema).output(codesCol()),
        DataTypes.createArrayType(DataTypes.DoubleType, false),
        false);
  }

  @Override
  public FactorEncoder copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<FactorEncoder> read() {
    return StageReader.of(FactorEncoder.class, FactorEncoder::new);
  }

  public static FactorEncoder load(String path) {
    return read().load(path);
  }
}
