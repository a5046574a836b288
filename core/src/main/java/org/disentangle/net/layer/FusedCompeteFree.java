package org.disentangle.net.layer;

import java.util.Locale;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.error.InvalidInputException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The compete-free input of OOGAN's generator (Liu et al. 2020): codes make the feature maps, and
 * say by a mask how much of the noise each map takes, so that noise cannot stand in for a code.
 * Input [batch, codes + noise], codes c first, then noise z; output [batch, filters F, 4, 4],
 *
 * <pre>
 * y = f(K + A c + m(c) * B z),    m(c) = F (W2 relu(W1 c + b1) + b2)
 * </pre>
 *
 * with K the learned constant [F, 4, 4], A and B dense maps to [F, 4, 4], W1 [hidden, codes], W2
 * [F, hidden], the mask m(c) one value a map, and f the element-wise function. K is the bias of the
 * dense maps.
 *
 * <p>The factor F is the authors' code's; what is otherwise different there: K exists but is not
 * added, the noise is drawn in at 8 x 8 instead of 4 x 4, and both branches have batch
 * normalisation of their own. Weights and K start as everywhere, normal with standard deviation
 * 0.02, b1 as 0 and b2 as 1 / F, so that the mask starts near 1.
 */
public final class FusedCompeteFree extends FusedLayer {

  /** Height and width of the output. */
  public static final int SIDE = 4;

  @JsonProperty private int numCodes;
  @JsonProperty private int hidden;

  /** For JSON. */
  public FusedCompeteFree() {}

  /**
   * @param numCodes leading values of the input that are codes, at least 1
   * @param noiseDim the values after them, at least 1
   * @param hidden hidden units of the mask's perceptron, at least 1
   */
  public FusedCompeteFree(
      String name,
      int numCodes,
      int noiseDim,
      long filters,
      int hidden,
      Nonlinearity nonlinearity) {
    super(name, (long) numCodes + noiseDim, filters, false, nonlinearity);
    if (noiseDim < 1) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Layer %s masks noise, and found %d noise values beside %d codes",
              name,
              noiseDim,
              numCodes));
    }
    this.numCodes = numCodes;
    this.hidden = hidden;
  }

  public int numCodes() {
    return numCodes;
  }

  /** Hidden units of the mask's perceptron. */
  public int hidden() {
    return hidden;
  }

  /** Of the dense map of the codes. */
  @Override
  public long[] weightShape() {
    return new long[] {getNOut() * SIDE * SIDE, numCodes};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new CompeteFreeRuntime(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return CompeteFreeParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return InputType.convolutional(SIDE, SIDE, getNOut());
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && hidden == ((FusedCompeteFree) other).hidden;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), hidden);
  }
}
