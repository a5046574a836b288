// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * libnd4j's convolution operations on channels-first arrays with square kernels and SAME padding.
 */
record ConvolutionOperation(int kernel, int stride) {

  private static final int SAME = 1;
  private static final int CHANNELS_FIRST = 0;

  /** Weights are stored as [rows of the weight, columns of the weight, kernel, kernel]. */
  private static final int KERNEL_LAST = 1;

  INDArray convolve(INDArray input, INDArray weight, INDArray bias) {
    long height = (input.size(2) + stride - 1) / stride;
    long width = (input.size(3) + stride - 1) / stride;
    INDArray output =
        Nd4j.createUninitialized(input.dataType(), input.size(0), weight.size(0), height, width);
    run("conv2d", new INDArray[] {input, weight, bias}, output);
    return output;
  }

  /** Gradients of weight and input. */
  INDArray[] convolveBackward(INDArray input, INDArray weight, INDArray delta) {
    return backward("conv2d_bp", input, weight, delta);
  }

  INDArray transpose(INDArray input, INDArray weight, INDArray bias) {
    INDArray output =
        Nd4j.createUninitialized(
            input.dataType(),
            input.size(0),
            weight.size(1),
            input.size(2) * stride,
            input.size(3) * stride);
    run("deconv2d", new INDArray[] {input, weight, bias}, output);
    return output;
  }

  /** Gradients of weight and input. */
  INDArray[] transposeBackward(INDArray input, INDArray weight, INDArray delta) {
    return backward("deconv2d_bp", input, weight, delta);
  }

  private INDArray[] backward(String name, INDArray input, INDArray weight, INDArray delta) {
    INDArray inputGradient = Nd4j.createUninitialized(input.dataType(), input.shape());
    INDArray weightGradient = Nd4j.createUninitialized(weight.dataType(), weight.shape());
    run(name, new INDArray[] {input, weight, delta}, inputGradient, weightGradient);
    return new INDArray[] {weightGradient, inputGradient};
  }

  private void run(String name, INDArray[] inputs, INDArray... outputs) {
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(inputs)
            .addOutputs(outputs)
            .addIntegerArguments(
                kernel, kernel, stride, stride, 0, 0, 1, 1, SAME, CHANNELS_FIRST, KERNEL_LAST)
            .build());
  }
}
