// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Every layer as an ordinary DL4J layer against finite differences, in double precision. */
class LayerGradientTest {

  private static final int ROWS = 4;
  private static final Set<String> COMPETE_FREE =
      Set.of("constant", "codes", "noise", "hidden", "hiddenBias", "mask", "maskBias");
  private static final Set<String> TRAINED = trained();
  static final InputType VECTOR = InputType.feedForward(5);

  private static Set<String> trained() {
    Set<String> names = new HashSet<>(Set.of("W", "b", "gamma", "beta"));
    names.addAll(COMPETE_FREE);
    return names;
  }

  @BeforeAll
  static void doublePrecisionByDefault() {
    Engine.useOneThread();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void floatByDefault() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @TestFactory
  List<DynamicTest> everyNonlinearity() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Nonlinearity nonlinearity : Nonlinearity.values()) {
      tests.add(check("dense " + nonlinearity, VECTOR, dense(false, nonlinearity)));
      tests.add(
          check(
              "batch norm " + nonlinearity, maps(4, 3), new FusedBatchNorm("bn", 2, nonlinearity)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyKernel() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int kernel : new int[] {4, 5}) {
      for (InputType size : List.of(maps(8, 8), maps(7, 5))) {
        for (boolean spectral : new boolean[] {false, true}) {
          String name =
              String.format(
                  Locale.ROOT, "convolution %d/2 on %s, spectral %s", kernel, size, spectral);
          tests.add(
              check(
                  name,
                  size,
                  new FusedConvolution("l", 2, 3, kernel, 2, spectral, Nonlinearity.LEAKY_RELU)));
        }
      }
      for (InputType size : List.of(maps(4, 4), maps(3, 2))) {
        tests.add(
            check(
                String.format(Locale.ROOT, "transposed convolution %d/2 on %s", kernel, size),
                size,
                new FusedTransposedConvolution("l", 2, 3, kernel, 2, Nonlinearity.LEAKY_RELU)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> stacks() {
    return List.of(
        check("spectral dense", VECTOR, dense(true, Nonlinearity.LEAKY_RELU)),
        check("batch norm of vectors", VECTOR, new FusedBatchNorm("bn", 5, Nonlinearity.TANH)),
        check(
            "convolution, batch norm, transposed convolution, spectral dense",
            maps(8, 8),
            new FusedConvolution("c", 2, 3, 4, 2, false, Nonlinearity.IDENTITY),
            new FusedBatchNorm("bn", 3, Nonlinearity.LEAKY_RELU),
            new FusedTransposedConvolution("t", 3, 2, 5, 2, Nonlinearity.TANH),
            new FusedDense("d", 128, 3, true, Nonlinearity.SIGMOID)));
  }

  @Test
  void aWrongGradientIsNoticed() {
    MultiLayerNetwork network = build(maps(8, 8), convolution());
    INDArray u = network.getLayer(0).getParam("u");
    u.assign(TinyNetworks.uniform(DataType.DOUBLE, 3, -1, 1, u.shape()));
    assertTrue(!passes(network, maps(8, 8)), "an unconverged u has another gradient");
  }

  private static FusedLayer convolution() {
    return new FusedConvolution("l", 2, 3, 4, 2, true, Nonlinearity.IDENTITY);
  }

  private static FusedLayer dense(boolean spectral, Nonlinearity nonlinearity) {
    return new FusedDense("l", 5, 4, spectral, nonlinearity);
  }

  static InputType maps(int height, int width) {
    return InputType.convolutional(height, width, 2);
  }

  static DynamicTest check(String name, InputType size, FusedLayer... layers) {
    return dynamicTest(
        name,
        () -> {
          MultiLayerNetwork network = build(size, layers);
          INDArray input = input(size);
          boolean spectral = Arrays.stream(layers).anyMatch(FusedLayer::isSpectral);
          for (int i = 0; spectral && i < 150; i++) {
            network.feedForward(input);
            network.applyConstraints(0, 0);
          }
          assertTrue(passes(network, size));
        });
  }

  private static boolean passes(MultiLayerNetwork network, InputType size) {
    String last = (network.getnLayers() - 1) + "_";
    Set<String> others = new HashSet<>(network.paramTable().keySet());
    others.removeIf(name -> TRAINED.contains(suffix(name)) && !name.startsWith(last));
    return GradientCheckUtil.checkGradients(
        new GradientCheckUtil.MLNConfig()
            .net(network)
            .input(input(size))
            .labels(TinyNetworks.uniform(DataType.DOUBLE, 2, -1, 1, ROWS, 2))
            .epsilon(1e-6)
            .maxRelError(1e-5)
            .minAbsoluteError(1e-9)
            .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
            .excludeParams(others));
  }

  private static String suffix(String parameter) {
    return parameter.substring(parameter.lastIndexOf('_') + 1);
  }

  private static INDArray input(InputType size) {
    long[] shape = size.getShape(true);
    shape[0] = ROWS;
    return TinyNetworks.uniform(DataType.DOUBLE, 1, -1, 1, shape);
  }

  private static MultiLayerNetwork build(InputType size, FusedLayer... layers) {
    var builder =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .dataType(DataType.DOUBLE)
            .updater(new NoOp())
            .list();
    for (FusedLayer layer : layers) {
      builder.layer(layer);
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            builder
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(size)
                .build());
    network.init();
    network
        .paramTable()
        .forEach(
            (name, values) -> {
              if (suffix(name).equals("W") || COMPETE_FREE.contains(suffix(name))) {
                values.assign(
                    TinyNetworks.uniform(
                        DataType.DOUBLE, name.hashCode(), -0.5, 0.5, values.shape()));
              } else if (suffix(name).startsWith("b")) {
                values.assign(
                    TinyNetworks.uniform(
                        DataType.DOUBLE, name.hashCode(), -0.2, 0.2, values.shape()));
              }
            });
    return network;
  }
}
