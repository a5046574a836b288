// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The element-wise functions layers end with. Each derivative is a function of the output, so only
 * the output is kept.
 */
public enum Nonlinearity {
  IDENTITY {
    @Override
    void apply(INDArray z) {}

    @Override
    INDArray derivative(INDArray output) {
      return output.ulike().assign(1);
    }
  },

  RELU {
    @Override
    void apply(INDArray z) {
      Nd4j.exec(new RectifiedLinear(z, z, 0));
    }

    @Override
    INDArray derivative(INDArray output) {
      return Nd4j.exec(new Step(output, output.ulike()));
    }
  },

  /** Slope 0.2 below zero, as in the InfoGAN-CR code. */
  LEAKY_RELU(0.2),

  /**
   * Slope 0.1 below zero, as in the InfoGAN and OOGAN papers (OpenAI's code of the former uses
   * 0.01).
   */
  LEAKY_RELU_10(0.1),

  SIGMOID {
    @Override
    void apply(INDArray z) {
      Nd4j.exec(new Sigmoid(z, z));
    }

    @Override
    INDArray derivative(INDArray output) {
      return output.rsub(1).muli(output);
    }
  },

  TANH {
    @Override
    void apply(INDArray z) {
      Nd4j.exec(new Tanh(z, z));
    }

    @Override
    INDArray derivative(INDArray output) {
      return output.mul(output).rsubi(1);
    }
  };

  private final double slope;

  Nonlinearity() {
    this(0);
  }

  Nonlinearity(double slope) {
    this.slope = slope;
  }

  /** Of a rectifier below zero; 0 of any other function. */
  public double slope() {
    return slope;
  }

  /** Replaces pre-activations by activations, in place. */
  void apply(INDArray z) {
    INDArray positive = Nd4j.exec(new RectifiedLinear(z, z.ulike(), 0));
    z.muli(slope).addi(positive.muli(1 - slope));
  }

  /** A new array with the derivative at each element, from the layer's output. */
  INDArray derivative(INDArray output) {
    return Nd4j.exec(new Step(output, output.ulike())).muli(1 - slope).addi(slope);
  }

  /** Gradient with respect to the pre-activations; {@code epsilon} is left as it is. */
  INDArray backward(INDArray epsilon, INDArray output) {
    return this == IDENTITY ? epsilon : derivative(output).muli(epsilon);
  }
}
