// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Map;
import java.util.Set;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.InputErrors;

/**
 * The options of {@code image:} and {@code parquet:} that are Params of {@link ImagePreparation}.
 */
final class ImageOptions {

  static final Set<String> NAMES =
      Set.of(
          "cropSize",
          "imageSize",
          "colourMode",
          "interpolation",
          "applyOrientation",
          "handleInvalid");

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private ImageOptions() {}

  /** Sets what the options say; others than {@link #NAMES} are passed over. */
  static ImagePreparation set(ImagePreparation stage, Map<String, String> options) {
    options.forEach(
        (name, value) -> {
          switch (name) {
            case "cropSize" -> stage.setCropSize(pixels(name, value));
            case "imageSize" -> stage.setImageSize(pixels(name, value));
            case "colourMode" -> stage.setColourMode(value);
            case "interpolation" -> stage.setInterpolation(value);
            case "applyOrientation" -> stage.setApplyOrientation(yes(name, value));
            case "handleInvalid" -> stage.setHandleInvalid(value);
            default -> {}
          }
        });
    return stage;
  }

  private static int pixels(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw ERRORS.parameter(
          name, value, "a whole number of pixels", "Give one number: 32, not 32x32.");
    }
  }

  private static boolean yes(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ERRORS.parameter(name, value, "true or false");
    };
  }
}
