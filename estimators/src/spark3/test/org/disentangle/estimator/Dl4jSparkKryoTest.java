// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.KryoRegistration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** What dl4j-spark broadcasts, with Kryo as the serialiser. */
class Dl4jSparkKryoTest {

  /** What dl4j-spark broadcasts: Kryo by itself would bring arrays without values. */
  @Test
  void networksAndArraysComeBackAsTheyWere() {
    SparkConf conf =
        new SparkConf(false)
            .set("spark.kryo.registrationRequired", "true")
            .set("spark.kryo.registrator", KryoRegistration.class.getName());
    SerializerInstance kryo = new KryoSerializer(conf).newInstance();
    INDArray array = Nd4j.linspace(DataType.FLOAT, 1, 6, 6).reshape(2, 3);
    ClassTag<INDArray> arrays = ClassTag$.MODULE$.apply(INDArray.class);
    assertEquals(array, kryo.deserialize(kryo.serialize(array, arrays), arrays));
    ComputationGraph graph =
        GraphBuilder.build(
            ClassifierNetwork.small(new ImageShape(1, 32, 32), 2), DataType.FLOAT, 1, new Sgd(0.1));
    NetBroadcastTuple tuple =
        new NetBroadcastTuple(graph.getConfiguration(), graph.params(), array);
    ClassTag<NetBroadcastTuple> tuples = ClassTag$.MODULE$.apply(NetBroadcastTuple.class);
    NetBroadcastTuple read = kryo.deserialize(kryo.serialize(tuple, tuples), tuples);
    assertEquals(graph.params(), read.getParameters());
    assertEquals(array, read.getUpdaterState());
    assertEquals(graph.getConfiguration().toJson(), read.getGraphConfiguration().toJson());
  }

  @Test
  void imageClassifierRefusesKryoWithoutTheRegistration() {
    SparkConf conf = SharedSpark.session().sparkContext().conf();
    conf.set("spark.serializer", KryoSerializer.class.getName());
    try {
      String refusal =
          assertThrows(
                  InvalidInputException.class,
                  () -> ImageClassifierTest.classifier().fit(ImageClassifierTest.labelled()))
              .getMessage();
      assertEquals(
          "imageClassifier_test: setting spark.kryo.registrator: found nothing; expected"
              + " org.disentangle.train.KryoRegistration with spark.serializer KryoSerializer.",
          refusal);
    } finally {
      conf.remove("spark.serializer");
    }
  }
}
