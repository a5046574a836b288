// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class CodeKernelsTest {

  private static double cosine(float[]... kernels) {
    return CodeKernels.meanCosine(Nd4j.createFromArray(kernels).reshape(kernels.length, 1, 2, 1));
  }

  /** By hand: 45 degrees, 90 degrees, 135 degrees. */
  @Test
  void anglesByHand() {
    assertEquals(1, cosine(new float[] {1, 2}, new float[] {-2, -4}), 1e-6);
    assertEquals(0, cosine(new float[] {1, 2}, new float[] {-2, 1}), 1e-6);
    double diagonal = Math.sqrt(.5);
    assertEquals(
        2 * diagonal / 3,
        cosine(new float[] {3, 0}, new float[] {0, -5}, new float[] {-1, 1}),
        1e-6);
  }

  /** The kernels are those of the first convolution, whether Q has groups or not. */
  @Test
  void kernelsAreFoundInTheStateOfQ() {
    for (boolean grouped : new boolean[] {true, false}) {
      OoganNetworks networks =
          OoganNetworks.table32(new LatentSpace(4, 8), 1, 4, new Parts(true, grouped, false));
      NetworkState drawn = Network.initial(networks.codes(), OoganProcedure.ADAM, 7);
      double cosine = CodeKernels.meanCosine(networks, drawn);
      assertTrue(cosine > 0 && cosine < 0.3, "of random kernels: " + cosine);
      float[] equal = new float[drawn.parameters().length];
      Arrays.fill(equal, 1);
      assertEquals(
          1, CodeKernels.meanCosine(networks, new NetworkState(equal, new float[0], 0)), 1e-6);
    }
  }
}
