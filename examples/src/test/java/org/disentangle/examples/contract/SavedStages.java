// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.DrawnModels;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.OoganModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleContentModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyInfoGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TinyStyleNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.infogan.InfoGanVariant;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.TinySystems;
import org.disentangle.net.stylecontent.StyleContentProcedure;
import org.disentangle.testing.EverySystem;
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
   * Writes the stages that are not there yet, and what the transformers among them make of a few
   * images.
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
    Map<String, Transformer> models = new TreeMap<>();
    models.put("InfoGanCrModel", model);
    models.put("InfoGanModel", infoGan());
    models.put("OoganModel", oogan());
    models.put("StyleContentModel", styleContent());
    for (Class<? extends DisentangledModel<?>> type : DrawnModels.types()) {
      models.computeIfAbsent(type.getSimpleName(), name -> trained(type));
    }
    models.put("ImageClassifierModel", EveryStage.classifier(new ImageShape(1, SIDE, SIDE)));
    models.put("SelectedModel", EveryStage.selected(model, model));
    models.put(
        "PipelineModel",
        new PipelineModel(
            "pipelineModel", List.<Transformer>of(CodeSampler.of(model).setSeed(4), model)));
    return models;
  }

  private static InfoGanModel infoGan() {
    InfoGanCrNetworks networks = TinyInfoGanNetworks.networks();
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    InfoGanProcedure procedure =
        new InfoGanProcedure(
            networks,
            TinyInfoGanNetworks.LATENT,
            8,
            1,
            ContrastSchedule.NONE,
            InfoGanOptimisers.all(adam),
            new InfoGanVariant(1, QVariance.UNIT, 0, AdversarialLoss.JSD, 0, 1, 1, true),
            true);
    return new InfoGanModel(
            "infoGan",
            new ModelData<>(
                networks,
                TinyInfoGanNetworks.LATENT,
                trained(procedure),
                history(procedure, Map.of("D", 1.5, "MI_categorical", .25))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  private static OoganModel oogan() {
    OoganProcedure procedure =
        TinyOoganNetworks.procedure(new OoganNetworks.Parts(true, true, false), 1e-3);
    return new OoganModel(
            "oogan",
            new ModelData<>(
                procedure.networks(),
                procedure.latent(),
                procedure.initialState(1),
                history(procedure, Map.of("D", 1.5, "oneHot", .25))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  private static StyleContentModel styleContent() {
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    StyleContentProcedure procedure =
        new StyleContentProcedure(TinyStyleNetworks.networks(), 8, 1, 1, adam, adam);
    return new StyleContentModel(
            "styleContent",
            new StyleContentModelData(
                procedure.networks(),
                procedure.initialState(1),
                history(procedure, Map.of("reconstruction", 9.5, "D", .25))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  private static InfoGanCrModel infoGanCr() {
    InfoGanProcedure procedure = TinyNetworks.procedure(2);
    return new InfoGanCrModel(
            "infoGanCr",
            new ModelData<>(
                procedure.networks(),
                TinyNetworks.LATENT,
                trained(procedure),
                history(procedure, Map.of("D", 1.5, "Q", .25, "G", .75))))
        .setImageFormat("array")
        .setBatchSize(4);
  }

  /** Of a tiny system whose networks it takes. */
  private static DisentangledModel<?> trained(Class<? extends DisentangledModel<?>> type) {
    CodeProcedure<?> procedure = DrawnModels.procedure(type, TinySystems.ALL);
    String name = type.getSimpleName().replaceFirst("Model$", "");
    DisentangledModel<?> model =
        DrawnModels.of(
            type,
            name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
            procedure,
            trained(procedure));
    return EverySystem.with(model, Map.of("imageFormat", "array", "batchSize", 4));
  }

  /** For a few steps, so that the state of the optimisers is saved too. */
  private static TrainingState trained(TrainingProcedure procedure) {
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(1));
      for (int i = 0; i < 4; i++) {
        session.step(TinyNetworks.pixels(i, procedure.batchSize() * procedure.pixelsPerImage()), i);
      }
      return session.save();
    }
  }

  private static History history(TrainingProcedure procedure, Map<String, Double> losses) {
    return new History(
        procedure.lossNames(), List.of(new RoundRecord(1, 4, losses, 32, .5, 64, .125)));
  }

  /** Ids, and images of so many values. */
  private static Dataset<Row> input(int values) {
    return SharedSpark.session()
        .range(6)
        .selectExpr(
            "id",
            String.format(
                Locale.ROOT,
                "transform(sequence(0, %d), i -> float((i * 7 + id * 13) %% 64 / 63)) as image",
                values - 1));
  }

  /** What a transformer appends to the ids: a pipeline samples codes, others read the images. */
  static Dataset<Row> output(Transformer model) {
    Dataset<Row> input =
        input(
            model instanceof DisentangledModel<?> coded ? coded.imageShape().size() : SIDE * SIDE);
    Dataset<Row> read = model instanceof PipelineModel ? input.select("id") : input;
    return model.transform(read).drop("image").sort("id");
  }
}
