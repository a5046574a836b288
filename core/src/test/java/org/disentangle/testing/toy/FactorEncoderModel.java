// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing.toy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageFiles;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;

/** Writes factors, less the means it was fitted with, plus noise, as codes. */
public final class FactorEncoderModel extends Model<FactorEncoderModel>
    implements FactorEncoderParams<FactorEncoderModel>, PersistentStage {

  private static final String MEANS = "means.bin";

  private final ParamTable declared;
  private final double[] means;

  FactorEncoderModel(String uid, double[] means) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
    this.means = means;
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  public double[] means() {
    return means.clone();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> data) {
    transformSchema(data.schema());
    List<String> factors = factorColsIn(data.schema());
    Column[] codes =
        IntStream.range(0, means.length)
            .mapToObj(i -> functions.col(factors.get(i)).minus(means[i]).plus(noise(factors, i)))
            .toArray(Column[]::new);
    return data.toDF().withColumn(getCodesCol(), functions.array(codes));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return new FactorEncoder(uid())
        .setCodesCol(getCodesCol())
        .setFactorCols(factorColsIn(schema).toArray(String[]::new))
        .transformSchema(schema);
  }

  @Override
  public FactorEncoderModel copy(ParamMap extra) {
    return copyValues(new FactorEncoderModel(uid(), means), extra).setParent(parent());
  }

  @Override
  public StageWriter write() {
    return new StageWriter(this, this::writeMeans);
  }

  public static MLReader<FactorEncoderModel> read() {
    return new StageReader<>(
        FactorEncoderModel.class, (uid, files) -> new FactorEncoderModel(uid, readMeans(files)));
  }

  public static FactorEncoderModel load(String path) {
    return read().load(path);
  }

  private Column noise(List<String> factors, int code) {
    Column[] key = factors.stream().map(functions::col).toArray(Column[]::new);
    Column seeded = functions.xxhash64(key).plus(getSeed() + 31L * code);
    return functions
        .pmod(functions.xxhash64(seeded), functions.lit(10_007))
        .divide(10_007.0)
        .multiply(getNoise());
  }

  private void writeMeans(StageFiles files) throws IOException {
    try (DataOutputStream out = new DataOutputStream(files.create(MEANS))) {
      out.writeInt(means.length);
      for (double mean : means) {
        out.writeDouble(mean);
      }
    }
  }

  private static double[] readMeans(StageFiles files) throws IOException {
    try (DataInputStream in = new DataInputStream(files.open(MEANS))) {
      double[] means = new double[in.readInt()];
      for (int i = 0; i < means.length; i++) {
        means[i] = in.readDouble();
      }
      return means;
    }
  }
}
