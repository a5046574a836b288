// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.latents;
import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The zips of a saved model are DL4J models that compute what the stage computes. */
class PlainDl4jTest {

  private static final int ROWS = 10;

  @TempDir static Path folder;

  @BeforeAll
  static void save() throws Exception {
    SharedSpark.session();
    model().save(folder.resolve("model").toString());
  }

  private static ComputationGraph graph(String file) throws Exception {
    return ModelSerializer.restoreComputationGraph(
        new File(folder.resolve("model").toFile(), file));
  }

  @Test
  void generator() throws Exception {
    List<Row> rows = model().setImageFormat("array").transform(latents(ROWS)).collectAsList();
    float[][] latents = new float[ROWS][TinyModel.CODES + TinyModel.NOISE];
    for (int row = 0; row < ROWS; row++) {
      copy(rows.get(row).getList(1), latents[row], 0);
      copy(rows.get(row).getList(2), latents[row], TinyModel.CODES);
    }
    INDArray images =
        graph("G.zip").output(Nd4j.createFromArray(latents))[0].reshape(ROWS, TinyModel.PIXELS);
    for (int row = 0; row < ROWS; row++) {
      assertSame(rows.get(row).getList(3), images.getRow(row).toFloatVector());
    }
  }

  @Test
  void encoder() throws Exception {
    List<Row> rows =
        model()
            .setAppendGenerated(false)
            .transform(sprites(ROWS, "array").select("image"))
            .collectAsList();
    float[][] images = new float[ROWS][TinyModel.PIXELS];
    for (int row = 0; row < ROWS; row++) {
      copy(rows.get(row).getList(0), images[row], 0);
    }
    ComputationGraph discriminator = graph("D.zip");
    INDArray[] outputs =
        discriminator.output(Nd4j.createFromArray(images).reshape(ROWS, 1, 32, 32));
    int codes = discriminator.getConfiguration().getNetworkOutputs().indexOf("q2");
    for (int row = 0; row < ROWS; row++) {
      assertSame(rows.get(row).getList(1), outputs[codes].getRow(row).toFloatVector());
    }
  }

  @Test
  void optimiserStateIsThereForTrainingOn() throws Exception {
    INDArray state =
        ModelSerializer.restoreComputationGraph(
                new File(folder.resolve("model").toFile(), "G.zip"), true)
            .getUpdater()
            .getStateViewArray();
    assertEquals(6e-3f, state.getFloat(6));
  }

  private static void copy(List<Float> from, float[] to, int offset) {
    for (int i = 0; i < from.size(); i++) {
      to[offset + i] = from.get(i);
    }
  }

  private static void assertSame(List<Float> expected, float[] found) {
    assertEquals(expected.size(), found.length);
    for (int i = 0; i < found.length; i++) {
      assertEquals(expected.get(i), found[i], 1e-5f);
    }
  }
}
