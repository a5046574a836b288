// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.disentangle.net.layer.LayerGradientTest.VECTOR;
import static org.disentangle.net.layer.LayerGradientTest.check;
import static org.disentangle.net.layer.LayerGradientTest.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** OOGAN's layers as ordinary DL4J layers against finite differences, in double precision. */
class OoganLayerGradientTest {

  @BeforeAll
  static void doublePrecisionByDefault() {
    LayerGradientTest.doublePrecisionByDefault();
  }

  @AfterAll
  static void floatByDefault() {
    LayerGradientTest.floatByDefault();
  }

  @TestFactory
  List<DynamicTest> resampling() {
    List<DynamicTest> tests = new ArrayList<>();
    for (InputType size : List.of(maps(6, 4), maps(5, 3), maps(2, 2))) {
      tests.add(
          check(
              "average pool of " + size,
              size,
              new FusedAveragePool("l", 2, Nonlinearity.LEAKY_RELU_10)));
    }
    for (InputType size : List.of(maps(4, 3), maps(2, 1), maps(1, 1))) {
      for (boolean bilinear : new boolean[] {false, true}) {
        tests.add(
            check(
                String.format(Locale.ROOT, "upsampling of %s, bilinear %s", size, bilinear),
                size,
                new FusedUpsample("l", 2, bilinear, Nonlinearity.TANH)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> groups() {
    List<DynamicTest> tests = new ArrayList<>();
    for (InputType size : List.of(maps(8, 8), maps(7, 5))) {
      for (int stride : new int[] {1, 2}) {
        for (int filters : new int[] {2, 6}) {
          tests.add(
              check(
                  String.format(
                      Locale.ROOT, "grouped convolution 4/%d to %d of %s", stride, filters, size),
                  size,
                  new FusedGroupedConvolution(
                      "l", 2, 2, filters, 4, stride, Nonlinearity.LEAKY_RELU_10)));
        }
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> stacks() {
    return List.of(
        check(
            "compete-free input",
            VECTOR,
            new FusedCompeteFree("l", 2, 3, 3, 4, Nonlinearity.IDENTITY)),
        check(
            "compete-free input of 3 x 3 maps",
            VECTOR,
            new FusedCompeteFree("l", 2, 3, 2, 3, 4, Nonlinearity.LEAKY_RELU_10)),
        check(
            "grouped convolution with spectral normalisation",
            maps(7, 5),
            new FusedGroupedConvolution("l", 2, 2, 4, 4, 2, true, Nonlinearity.LEAKY_RELU_10)),
        check(
            "compete-free input of one map",
            VECTOR,
            new FusedCompeteFree("l", 4, 1, 1, 2, Nonlinearity.TANH)),
        check(
            "compete-free input, upsampling, convolution, pooling, grouped convolution",
            VECTOR,
            new FusedCompeteFree("l", 3, 2, 2, 3, Nonlinearity.IDENTITY),
            new FusedUpsample("up", 2, true, Nonlinearity.IDENTITY),
            new FusedConvolution("c", 2, 4, 3, 1, false, Nonlinearity.IDENTITY),
            new FusedBatchNorm("bn", 4, Nonlinearity.LEAKY_RELU_10),
            new FusedAveragePool("pool", 4, Nonlinearity.IDENTITY),
            new FusedGroupedConvolution("g", 2, 4, 2, 4, 4, Nonlinearity.IDENTITY)));
  }
}
