// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Convolutions against their definition. */
class SamePaddingTest {

  @ParameterizedTest(name = "kernel {0} on {1} x {2}: {3} rows and {4} columns before")
  @CsvSource({"4,8,8,1,1", "5,8,8,1,1", "5,7,7,2,2", "4,7,5,1,1", "5,6,9,1,2", "4,28,14,1,1"})
  void convolutionPadsAsTensorFlow(int kernel, int height, int width, int above, int left) {
    INDArray input = TinyNetworks.uniform(DataType.DOUBLE, 1, -1, 1, 2, 3, height, width);
    INDArray weight = TinyNetworks.uniform(DataType.DOUBLE, 2, -1, 1, 4, 3, kernel, kernel);
    INDArray bias = TinyNetworks.uniform(DataType.DOUBLE, 3, -1, 1, 4);
    INDArray actual = new ConvolutionOperation(kernel, 2).convolve(input, weight, bias);
    assertArrayEquals(
        new long[] {2, 4, (height + 1) / 2, (width + 1) / 2}, actual.shape(), "output shape");
    for (int image = 0; image < 2; image++) {
      for (int filter = 0; filter < 4; filter++) {
        for (int row = 0; row < actual.size(2); row++) {
          for (int column = 0; column < actual.size(3); column++) {
            double sum = bias.getDouble(filter);
            for (int channel = 0; channel < 3; channel++) {
              for (int a = 0; a < kernel; a++) {
                for (int b = 0; b < kernel; b++) {
                  int y = 2 * row - above + a;
                  int x = 2 * column - left + b;
                  if (y >= 0 && y < height && x >= 0 && x < width) {
                    sum +=
                        weight.getDouble(filter, channel, a, b)
                            * input.getDouble(image, channel, y, x);
                  }
                }
              }
            }
            assertEquals(sum, actual.getDouble(image, filter, row, column), 1e-12);
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "kernel {0}")
  @CsvSource({"4", "5"})
  void transposeIsTheAdjointOfTheConvolution(int kernel) {
    ConvolutionOperation operation = new ConvolutionOperation(kernel, 2);
    INDArray large = TinyNetworks.uniform(DataType.DOUBLE, 1, -1, 1, 2, 3, 8, 12);
    INDArray small = TinyNetworks.uniform(DataType.DOUBLE, 2, -1, 1, 2, 4, 4, 6);
    INDArray weight = TinyNetworks.uniform(DataType.DOUBLE, 3, -1, 1, 4, 3, kernel, kernel);
    INDArray down = operation.convolve(large, weight, Nd4j.create(DataType.DOUBLE, 4));
    INDArray up = operation.transpose(small, weight, Nd4j.create(DataType.DOUBLE, 3));
    assertEquals(
        down.mul(small).sumNumber().doubleValue(), up.mul(large).sumNumber().doubleValue(), 1e-10);
  }
}
