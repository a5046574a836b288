package org.disentangle.examples.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.fuzz.EveryStage;
import org.disentangle.image.ImageShape;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.VaeModel;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.InfoGanCr;
import org.disentangle.net.procedure.Vae;
import org.disentangle.net.procedure.VaeObjective;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/**
 * The stages under {@code src-test-data/models}, one folder for every format of saved stages. Run
 * {@code main} with the folder of the current format for a new stage, and with a new folder for a
 * new format; what was saved before must stay loadable, and is never written again.
 */
final class SavedStages {

  /** Of 8 x 8 pixels, so that the files are small. */
  private static final int SIDE = 8;

  private SavedStages() {}

  /**
   * Writes the stages that are not there yet, and what the transformers among them make of {@link
   * #input()}.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, Params> stage : stages().entrySet()) {
      Path path = folder.resolve(stage.getKey());
      if (!Files.exists(path)) {
        ((MLWritable) stage.getValue()).save(path.toString());
      }
    }
    for (Map.Entry<String, Transformer> model : models().entrySet()) {
      Path path = folder.resolve("output").resolve(model.getKey());
      if (!Files.exists(path)) {
        output(model.getValue()).coalesce(1).write().parquet(path.toString());
      }
    }
  }

  /** Every stage by its simple name, networks small, and pipelines that hold some. */
  static Map<String, Params> stages() {
    Map<String, Params> stages = new TreeMap<>();
    EveryStageContractTest.stages()
        .forEach(stage -> stages.put(stage.getClass().getSimpleName(), stage));
    stages.putAll(models());
    stages.put(
        "Pipeline",
        new Pipeline("pipeline")
            .setStages(new PipelineStage[] {(PipelineStage) stages.get("InfoGanCr")}));
    return stages;
  }

  /** The stages that hold networks. */
  static Map<String, Transformer> models() {
    InfoGanCrModel model = infoGanCr();
    return Map.of(
        "InfoGanCrModel",
        model,
        "VaeModel",
        factorVae(),
        "ImageClassifierModel",
        EveryStage.classifier(new ImageShape(1, SIDE, SIDE)),
        "SelectedModel",
        EveryStage.selected(model, model),
        "PipelineModel",
        new PipelineModel(
            "pipelineModel", List.<Transformer>of(CodeSampler.of(model).setSeed(4), model)));
  }

  private static InfoGanCrModel infoGanCr() {
    InfoGanCr procedure = TinyNetworks.procedure(2);
    return new InfoGanCrModel(
            "infoGanCr",
            new ModelData<>(
                procedure.networks(),
                TinyNetworks.LATENT,
                trained(procedure, 8),
                history(procedure, Map.of("D", 1.5, "Q", .25, "G", .75))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  private static VaeModel factorVae() {
    AdamSettings adam = AdamSettings.usual(1e-3);
    Vae procedure =
        new Vae(
            TinyVaeNetworks.networks(3), 8, new VaeObjective.TotalCorrelation(6), 0, adam, adam);
    return new VaeModel(
            "factorVae",
            new ModelData<>(
                procedure.networks(),
                procedure.latent(),
                trained(procedure, 8),
                history(procedure, Map.of("reconstruction", 40.5, "divergence", .25))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  /** For a few steps, so that the state of the optimisers is saved too. */
  private static TrainingState trained(TrainingProcedure procedure, int batchSize) {
    try (WorkerSession session = procedure.open()) {
      session.load(procedure.initialState(1));
      for (int i = 0; i < 4; i++) {
        session.step(TinyNetworks.pixels(i, batchSize * SIDE * SIDE), i);
      }
      return session.save();
    }
  }

  private static History history(TrainingProcedure procedure, Map<String, Double> losses) {
    return new History(
        procedure.lossNames(), List.of(new RoundRecord(1, 4, losses, 32, .5, 64, .125)));
  }

  /** Ids and images. */
  static Dataset<Row> input() {
    return SharedSpark.session()
        .range(6)
        .selectExpr(
            "id", "transform(sequence(0, 63), i -> float((i * 7 + id * 13) % 64 / 63)) as image");
  }

  /** What a transformer appends to the ids: a pipeline samples codes, others read the images. */
  static Dataset<Row> output(Transformer model) {
    Dataset<Row> input = model instanceof PipelineModel ? input().select("id") : input();
    return model.transform(input).drop("image").sort("id");
  }
}
