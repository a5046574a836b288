// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What differs for a model with a normal prior and distributions of codes. */
class VaeModelTest {

  private final VaeModel model = DrawnModels.of(VaeModel.class, 5).setImageFormat("array");

  @TempDir Path folder;

  private static Dataset<Row> ids(int rows) {
    return SharedSpark.session().range(rows).toDF();
  }

  private static double[] codes(Dataset<Row> rows) {
    return rows.select("codes").collectAsList().stream()
        .flatMap(row -> row.<Float>getList(0).stream())
        .mapToDouble(Float::doubleValue)
        .toArray();
  }

  private double[] encoded(String encoding, long seed, Dataset<Row> images) {
    VaeModel encoder =
        DrawnModels.of(VaeModel.class, 5)
            .setAppendGenerated(false)
            .setEncoding(encoding)
            .setSeed(seed);
    return codes(encoder.transform(images));
  }

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(model.setEncoding("sample"), folder, sprites(3, "image"));
    assertEquals("VaeModel: uid=tinyVae, numCodes=3, noiseDim=0, images=1x32x32", model.toString());
  }

  @Test
  void isLoadedAsWhatItIs() throws Exception {
    String path = folder.resolve("model").toString();
    model.save(path);
    SharedSpark.session();
    assertEquals(model.data(), VaeModel.load(path).data());
    assertEquals(model.data(), DisentangledModel.load(path).data());
    assertRefused(() -> InfoGanCrModel.load(path), "InfoGanCrModel", "VaeModel");
    String sampler = folder.resolve("sampler").toString();
    CodeSampler.of(model).save(sampler);
    assertRefused(() -> DisentangledModel.load(sampler), "DisentangledModel", "CodeSampler");
  }

  @Test
  void samplerAndImagesFollowTheNormalPrior() {
    CodeSampler sampler = CodeSampler.of(model).setSeed(3);
    Dataset<Row> made = model.transform(sampler.transform(ids(4000)));
    assertArrayEquals(new String[] {"id", "codes", "generated"}, made.columns());
    double[] codes = codes(made);
    assertTrue(IntStream.range(0, codes.length).anyMatch(i -> Math.abs(codes[i]) > 2.5));
    double square = IntStream.range(0, codes.length).mapToDouble(i -> codes[i] * codes[i]).sum();
    assertEquals(1, square / codes.length, 0.05);
    assertTrue(
        made.limit(50).select("generated").collectAsList().stream()
            .flatMap(row -> row.<Float>getList(0).stream())
            .allMatch(pixel -> pixel > 0 && pixel < 1),
        "probabilities");
  }

  @Test
  void codesFarOutAreRefusedAndThoseOfATraversalAreNot() {
    Dataset<Row> far = ids(2).withColumn("codes", functions.expr("array(0f, 11f, 0f)"));
    assertRefused(() -> model.transform(far).collectAsList(), "codes", "11.0", "-10.0 to 10.0");
    Dataset<Row> near = ids(2).withColumn("codes", functions.expr("array(-4f, 2f, 0f)"));
    assertEquals(2, model.transform(near).collectAsList().size());
  }

  @Test
  void encodingIsTheMeanOrASampleThatFollowsFromSeedAndImage() {
    Dataset<Row> images = sprites(40, "image").cache();
    double[] means = encoded("mean", 1, images);
    double[] samples = encoded("sample", 1, images);
    assertArrayEquals(means, encoded("mean", 2, images), "the seed does not matter for means");
    assertArrayEquals(samples, encoded("sample", 1, images.repartition(1)));
    assertNotEquals(samples[0], encoded("sample", 2, images)[0]);
    assertEquals(means.length, samples.length);
    double near =
        IntStream.range(0, means.length)
            .mapToDouble(i -> Math.abs(samples[i] - means[i]))
            .average()
            .getAsDouble();
    assertTrue(near > 0.05 && near < 20, "mean distance " + near);
  }

  /** The model with a code whose mean hardly moves, as training leaves codes that nobody needs. */
  private static VaeModel withFaintCode(int code) {
    ModelData<VaeNetworks> data = DrawnModels.of(VaeModel.class, 5).data();
    TreeMap<String, NetworkState> states = new TreeMap<>(data.state().networks());
    try (Network encoder = Network.forInference(data.networks().encoder())) {
      encoder.load(states.get("E"));
      INDArray weights = encoder.graph().getParam("mean_W");
      weights.muli(1e5);
      weights.getRow(code).muli(1e-8);
      states.put("E", new NetworkState(encoder.save().parameters(), new float[0], 11));
    }
    TrainingState state = new TrainingState(4, states);
    return new VaeModel(
        "faint", new ModelData<>(data.networks(), data.latent(), state, data.history()));
  }

  @Test
  void codesThatAreNotActiveAreZeroIfAskedFor() {
    Dataset<Row> images = sprites(40, "image").cache();
    VaeModel faint = withFaintCode(1).setAppendGenerated(false).setBatchSize(8);
    double[] means = codes(faint.transform(images));
    double[] active = codes(faint.setEncoding("active").transform(images));
    double[] expected = means.clone();
    for (int i = 1; i < means.length; i += 3) {
      assertNotEquals(0, means[i]);
      expected[i] = 0;
    }
    assertArrayEquals(expected, active);
  }

  @Test
  void labelledSetsAreWrittenWithBalancedNormalCodes() {
    CodeSampler sampler = CodeSampler.of(model).setCodeDraw("balanced").setBins(4);
    String path = folder.resolve("set").toString();
    new LabelledDataSet(model, sampler, 40)
        .rowsPerFile(16)
        .write(SharedSpark.session(), path, LabelledDataSet.IfThere.REFUSE);
    Dataset<Row> set = SharedSpark.session().read().parquet(path);
    List<Row> expected = model.transform(sampler.transform(ids(40))).sort("id").collectAsList();
    assertEquals(expected, set.sort("id").collectAsList());
    long below = set.where("codes[1] < -0.6744898").count();
    assertEquals(10, below, "a quarter is below the first quartile");
  }
}
