// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Map;
import java.util.Set;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.InputErrors;

/**
 * The options of {@code --data} that are Params of {@link ImagePreparation}; {@code seed} is one
 * for all that is random, also in the data source.
 */
final class ImageOptions {

  static final Set<String> NAMES =
      Set.of(
          "recipe",
          "cropSize",
          "cropOrder",
          "window",
          "imageSize",
          "imageWidth",
          "colourMode",
          "interpolation",
          "flip",
          "range",
          "applyOrientation",
          "handleInvalid");

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private ImageOptions() {}

  /** Sets what the options say; others than {@link #NAMES} and {@code seed} are passed over. */
  static ImagePreparation set(ImagePreparation stage, Map<String, String> options) {
    options.forEach(
        (name, value) -> {
          switch (name) {
            case "cropSize" -> stage.setCropSize(pixels(name, value));
            case "recipe" -> stage.setRecipe(value);
            case "cropOrder" -> stage.setCropOrder(value);
            case "window" -> stage.setWindow(value);
            case "flip" -> stage.setFlip(value);
            case "range" -> stage.setRange(value);
            case "seed" -> stage.setSeed(seed(name, value));
            case "imageWidth" -> stage.setImageWidth(pixels(name, value));
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

  private static long seed(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw ERRORS.parameter(name, value, "a whole number of 64 bits");
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
