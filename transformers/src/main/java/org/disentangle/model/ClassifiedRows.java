// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.disentangle.net.IdlePool;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.inference.Classifier;

/**
 * The rows of one partition through a classifier, one batch at a time: appends probabilities,
 * predicted class and features.
 *
 * @param key what the classifier is made from
 * @param images where the images are
 */
record ClassifiedRows(Key key, ImageInput images) implements MapPartitionsFunction<Row, Row> {

  /** Idle classifiers of this JVM. */
  private static final IdlePool<Key, Classifier> CLASSIFIERS = new IdlePool<>(Key::open);

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Classifier classifier = TaskLoan.take(CLASSIFIERS, key);
    return new BatchedRows<>(rows, key.batchSize(), batch -> classify(batch, classifier));
  }

  private List<Row> classify(List<Row> batch, Classifier classifier) {
    int pixels = key.network().imageShape().size();
    for (int i = 0; i < batch.size(); i++) {
      float[] planes = images.decoder().decode(batch.get(i).get(images.index()));
      System.arraycopy(planes, 0, classifier.pixels(), i * pixels, pixels);
    }
    float[] features = classifier.features(batch.size());
    List<Row> results = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      results.add(result(batch.get(i), features, i, classifier.probabilities(features, i)));
    }
    return results;
  }

  private Row result(Row row, float[] features, int index, double[] probabilities) {
    int size = key.network().numFeatures();
    double[] own = new double[size];
    for (int feature = 0; feature < size; feature++) {
      own[feature] = features[index * size + feature];
    }
    return AppendedCells.of(
        row, Vectors.dense(probabilities), (double) likeliest(probabilities), Vectors.dense(own));
  }

  /** The first of equally likely classes. */
  private static int likeliest(double[] probabilities) {
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      if (probabilities[label] > probabilities[best]) {
        best = label;
      }
    }
    return best;
  }

  /** What a {@link Classifier} is made from; equal keys share classifiers. */
  record Key(ClassifierNetwork network, NetworkState state, int batchSize) implements Serializable {

    Classifier open() {
      return new Classifier(network, state, batchSize);
    }
  }
}
