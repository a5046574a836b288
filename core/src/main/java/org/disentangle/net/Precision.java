// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The numbers in which networks compute. Weights, optimisers, statistics of batch normalisation,
 * spectral norms, losses and averages are in single precision in any case.
 */
public enum Precision {
  /** Single precision throughout. */
  FLOAT32(DataType.FLOAT),

  /**
   * Convolutions, transposed convolutions and dense layers take and give bfloat16 (8 significant
   * bits, the range of single precision) and add up in single precision. Only on oneDNN, and on
   * processors with AVX512_BF16 or AMX.
   */
  BFLOAT16(DataType.BFLOAT16),

  /**
   * Double precision throughout, layer by layer on ND4J: what the others are compared with. Users
   * are not offered it.
   */
  FLOAT64(DataType.DOUBLE);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  /** The name users write: that of the constant in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of those that users are offered, the default first. */
  public static List<String> ids() {
    return List.of(FLOAT32.id(), BFLOAT16.id());
  }

  /**
   * The precision of one of {@link #ids}.
   *
   * @throws InvalidInputException if it is another name
   */
  public static Precision of(String id) {
    return Arrays.stream(values())
        .filter(precision -> ids().contains(id) && precision.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "precision", "'" + id + "'", "one of " + String.join(", ", ids())));
  }

  /**
   * Refuses a precision that this JVM cannot compute in.
   *
   * @throws InvalidInputException with the reason
   */
  public void requireHere() {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw InvalidInputException.of("precision", "'" + id() + "'", expected(obstacle.get()));
    }
  }

  /** Why this JVM cannot compute in this precision, as a clause; empty if it can. */
  public Optional<String> obstacle() {
    return this == BFLOAT16 ? Engine.machine().obstacle() : Optional.empty();
  }

  /** What is expected in place of a precision that cannot be, as errors say it. */
  public static String expected(String obstacle) {
    return String.format(Locale.ROOT, "%s, because %s", FLOAT32.id(), obstacle);
  }

  /**
   * What decides whether bfloat16 can be computed.
   *
   * @param oneDnn whether oneDNN runs here
   * @param processor whether ND4J computes on the processor and not on a GPU
   * @param nd4jAsked whether the engine ND4J was asked for
   * @param instructions whether the processor multiplies bfloat16
   */
  record Machine(boolean oneDnn, boolean processor, boolean nd4jAsked, boolean instructions) {

    /** Why bfloat16 cannot be computed, as a clause; empty if it can. */
    Optional<String> obstacle() {
      if (!processor) {
        return Optional.of("networks run on a GPU here");
      } else if (!oneDnn) {
        return Optional.of("oneDNN does not run here");
      } else if (nd4jAsked) {
        return Optional.of("the engine is nd4j (-D" + Engine.PROPERTY + ")");
      } else if (!instructions) {
        return Optional.of("this processor has neither AVX512_BF16 nor AMX");
      }
      return Optional.empty();
    }
  }

  /** What a {@link Network} of this precision is made with. */
  public DataType type() {
    return type;
  }
}
