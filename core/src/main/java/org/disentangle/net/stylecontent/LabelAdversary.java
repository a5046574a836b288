// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;

import java.io.Serializable;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.Layers;

/**
 * How a network C reads labels from unspecified codes, and the encoder is trained so that C finds
 * nothing. It is not in the paper, whose only adversary sees images.
 *
 * @param weight of the encoder's loss, at least 0, in nats of a whole image; 0 is the paper's
 *     system, without C
 * @param steps of C per iteration, at least 1
 * @param adam of C
 */
public record LabelAdversary(double weight, int steps, AdamSettings adam) implements Serializable {

  /** Of C: a logit per label. */
  static final String LABEL = "label";

  private static final int HIDDEN = 256;

  /** None, as in the paper. */
  public static final LabelAdversary NONE = new LabelAdversary(0, 1, AdamSettings.usual(1e-3));

  /** Whether there is a network C. */
  public boolean isOn() {
    return weight > 0;
  }

  /** Two hidden layers of {@value #HIDDEN} units, on standardised means. */
  Architecture network(StyleContentNetworks networks) {
    return Architecture.sequential(
        StyleContentProcedure.C,
        Extent.vector(networks.unspecifiedDim()),
        new Layers()
            .dense("fc1", HIDDEN, LEAKY_RELU)
            .dense("fc2", HIDDEN, LEAKY_RELU)
            .dense(LABEL, networks.numClasses(), IDENTITY)
            .list(),
        LABEL);
  }
}
