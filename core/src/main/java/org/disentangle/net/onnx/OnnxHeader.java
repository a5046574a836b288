// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.error.InvalidInputException;

/**
 * What an ONNX file says of itself.
 *
 * @param opset version of the operators, {@value #OLDEST} to {@value #NEWEST}: the file runs where
 *     this one or a newer one is known. The operators written have been the same in all of them
 * @param version of this library
 * @param properties texts by name, which runtimes show as the model's metadata
 */
public record OnnxHeader(int opset, String version, Map<String, String> properties) {

  /** The first version that has all operators as they are written. */
  public static final int OLDEST = 17;

  /** The newest version that ONNX Runtime for Java takes. */
  public static final int NEWEST = 26;

  /**
   * @throws InvalidInputException if the version of the operators is none of these
   */
  public OnnxHeader {
    if (opset < OLDEST || opset > NEWEST) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "ONNX opset: found %d; expected %d to %d", opset, OLDEST, NEWEST));
    }
    properties = new TreeMap<>(properties);
  }
}
