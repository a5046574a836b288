// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.evaluator;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;

import java.nio.file.Path;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.ImagePreparation;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;

/**
 * Training, selection, encoding, evaluation, preparation and generation where Spark serialises data
 * with Kryo, in a JVM of its own.
 */
final class KryoWork {

  private KryoWork() {}

  /**
   * @param arguments a folder, and settings of Spark: names and values in turn
   */
  public static void main(String[] arguments) {
    System.setProperty("spark.serializer", KryoSerializer.class.getName());
    for (int i = 1; i < arguments.length; i += 2) {
      System.setProperty(arguments[i], arguments[i + 1]);
    }
    SharedSpark.session().sparkContext().setLogLevel("OFF");
    work(Path.of(arguments[0]));
    System.out.println("all done");
  }

  static void work(Path folder) {
    Dataset<Row> data = sprites();
    InfoGanCr estimator = infoGanCr().setMaxIter(2).setCrStart(0).setNumWorkers(2);
    InfoGanCrModel model = estimator.fit(data);
    evaluator().evaluate(model.transform(data));
    new ModelCentrality()
        .setEstimator(estimator)
        .setNumRuns(2)
        .setNumVotes(40)
        .setVotesSampleSize(10)
        .setScaleSampleSize(100)
        .fit(data);
    new Udr().setEstimator(estimator).setNumRuns(2).setSampleSize(60).fit(data);
    ImageClassifierTest.classifier().fit(ImageClassifierTest.labelled());
    new ImagePreparation().setColourMode("grey").transform(data).foreach(row -> {});
    new LabelledDataSet(model, CodeSampler.of(model), 40)
        .write(
            SharedSpark.session(),
            folder.resolve("set").toString(),
            LabelledDataSet.IfThere.REFUSE);
  }
}
