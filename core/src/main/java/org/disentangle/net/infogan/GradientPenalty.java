// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps the slope of D at 1 between real and generated images (Gulrajani et al. 2017): weight times
 * the mean over the batch of (|g| - 1)^2, where g is the gradient of D's output by an image on the
 * line between a real and a generated one.
 *
 * <p>Its gradient by D's weights needs second derivatives, which come from a central difference of
 * first ones: with v the derivative of the penalty by all g, it is the derivative by t, at 0, of
 * the gradient of D's summed output at the images plus t v. Between the kinks of leaky rectifiers
 * it is exact but for rounding, which is why its passes never compute in bfloat16.
 */
final class GradientPenalty {

  /** How far the images are moved: the longest step, as a Euclidean norm. */
  private static final Map<DataType, Double> REACH =
      Map.of(DataType.FLOAT, 1e-2, DataType.DOUBLE, 1e-6);

  private final Network d;
  private final Pass pass;
  private final String head;
  private final double weight;

  GradientPenalty(Network d, String head, double weight) {
    this.d = d;
    pass = d.newExactPass();
    this.head = head;
    this.weight = weight;
  }

  /**
   * Adds the penalty's gradient to D's.
   *
   * @param real images, one per row
   * @param share of the real image in each mixture, from 0 to 1, [rows]
   * @return the penalty
   */
  double add(INDArray real, INDArray generated, INDArray share) {
    long[] sizes = real.shape();
    INDArray shares = share.reshape(sizes[0], 1, 1, 1);
    INDArray mixed = real.mul(shares).addi(generated.mul(shares.rsub(1)));
    INDArray slope =
        pass.backward(Map.of(head, forward(mixed).ulike().assign(1)), true, false).dup('c');
    INDArray norms = slope.mul(slope).sum(1, 2, 3);
    double sum = 0;
    double longest = 0;
    double[] scale = new double[(int) sizes[0]];
    for (int row = 0; row < scale.length; row++) {
      double norm = Math.sqrt(norms.getDouble(row));
      sum += (norm - 1) * (norm - 1);
      scale[row] = norm == 0 ? 0 : 2 * weight * (norm - 1) / (norm * scale.length);
      longest = Math.max(longest, Math.abs(scale[row]) * norm);
    }
    if (longest > 0) {
      INDArray direction = slope.mul(Losses.like(share, scale).reshape(sizes[0], 1, 1, 1));
      double reach = REACH.get(real.dataType()) / longest;
      accumulate(mixed.add(direction.mul(reach)), 1 / (2 * reach));
      accumulate(mixed.sub(direction.mul(reach)), -1 / (2 * reach));
    }
    return weight * sum / scale.length;
  }

  private void accumulate(INDArray images, double factor) {
    pass.backward(Map.of(head, forward(images).ulike().assign(factor)), false, true);
  }

  private INDArray forward(INDArray images) {
    pass.forward(images, true);
    return pass.head(head);
  }
}
