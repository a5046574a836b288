package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.inference.Classifier;

/** What a {@link Classifier} is made from; equal keys share classifiers. */
record ClassifierKey(ClassifierNetwork network, NetworkState state, int batchSize)
    implements Serializable {

  Classifier open() {
    return new Classifier(network, state, batchSize);
  }
}
