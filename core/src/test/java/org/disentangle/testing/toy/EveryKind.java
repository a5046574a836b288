// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing.toy;

import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.HasGeneratedCol;
import org.disentangle.stage.HasImageCol;
import org.disentangle.stage.HasImageFormat;
import org.disentangle.stage.HasNoiseCol;
import org.disentangle.stage.HasNumWorkers;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageReader;

/** A transformer that changes nothing and has every shared Param and every kind of Param. */
public final class EveryKind extends Transformer
    implements HasImageCol<EveryKind>,
        HasCodesCol<EveryKind>,
        HasNoiseCol<EveryKind>,
        HasGeneratedCol<EveryKind>,
        HasImageFormat<EveryKind>,
        HasSeed<EveryKind>,
        HasBatchSize<EveryKind>,
        HasNumWorkers<EveryKind>,
        HasFactorCols<EveryKind>,
        PersistentStage {

  private final ParamTable declared;

  public EveryKind() {
    this(Identifiable.randomUID("everyKind"));
  }

  public EveryKind(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
    setDefault(batchSize(), 16);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  public BooleanParam resume() {
    return declared.booleanParam("resume", true, "whether to go on from a checkpoint");
  }

  public boolean getResume() {
    return value(resume());
  }

  public EveryKind setResume(boolean resume) {
    return with(resume(), resume);
  }

  public IntArrayParam stepsPerPhase() {
    Allowed<int[]> lengths =
        Allowed.where(
            int[].class, "one or more lengths", a -> a.length > 0, "Add the missing phase.");
    return declared.intArrayParam(
        "stepsPerPhase", lengths.byDefault(new int[] {1, 2}), "steps of each phase of training");
  }

  public int[] getStepsPerPhase() {
    return value(stepsPerPhase());
  }

  public EveryKind setStepsPerPhase(int... steps) {
    return with(stepsPerPhase(), steps);
  }

  public DoubleArrayParam gaps() {
    Allowed<double[]> any =
        Allowed.where(double[].class, "any numbers", a -> true, "Give numbers.");
    return declared.doubleArrayParam("gaps", any, "gap of each phase of training");
  }

  public double[] getGaps() {
    return value(gaps());
  }

  public EveryKind setGaps(double... gaps) {
    return with(gaps(), gaps);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> data) {
    transformSchema(data.schema());
    return data.toDF();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    new SchemaChecks(this, schema).input(imageCol(), ColumnType.IMAGE, ColumnType.BINARY);
    return schema;
  }

  @Override
  public EveryKind copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<EveryKind> read() {
    return StageReader.of(EveryKind.class, EveryKind::new);
  }

  public static EveryKind load(String path) {
    return read().load(path);
  }
}
