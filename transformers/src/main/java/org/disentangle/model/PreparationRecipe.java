// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.param.Param;
import org.disentangle.image.ColourMode;
import org.disentangle.image.CropRule;
import org.disentangle.image.ImageSteps;
import org.disentangle.image.Interpolation;
import org.disentangle.image.Resizing;
import org.disentangle.stage.InputErrors;

/**
 * The steps of a preparation: those of a paper's code, and what a stage sets otherwise.
 *
 * <table>
 * <caption>Recipes</caption>
 * <tr><td>celeba-infogancr</td><td>InfoGAN-CR, CelebA/process_celeba.py</td></tr>
 * <tr><td>celeba-factorvae, chairs-factorvae</td><td>1Konny/FactorVAE, dataset.py</td></tr>
 * <tr><td>celeba-oogan</td><td>OOGAN-pytorch, helper_functions.py, at 64 pixels</td></tr>
 * <tr><td>cars3d-disentanglement-lib, smallnorb-disentanglement-lib</td><td>disentanglement_lib,
 *     cars3d.py and norb.py</td></tr>
 * <tr><td>celeba-disentangling-vae, chairs-disentangling-vae, mnist-disentangling-vae</td>
 *     <td>YannDubs/disentangling-vae, utils/datasets.py, without its JPEG files</td></tr>
 * <tr><td>mnist-mathieu, sprites-mathieu, yaleb-mathieu</td><td>Mathieu et al. 2016,
 *     dataset.lua</td></tr>
 * </table>
 *
 * @param steps by the names of the Params of {@link ImagePreparation}
 */
record PreparationRecipe(Map<String, String> steps) {

  private static final Map<String, String> RECIPES = new LinkedHashMap<>();

  static {
    RECIPES.put(
        "celeba-infogancr",
        "cropSize=128,imageSize=32,colourMode=rgb,interpolation=bilinear-aliased");
    RECIPES.put("celeba-factorvae", "imageSize=64,colourMode=rgb,interpolation=bilinear-bytes");
    RECIPES.put("chairs-factorvae", "imageSize=64,colourMode=rgb,interpolation=bilinear-bytes");
    RECIPES.put(
        "celeba-oogan",
        "imageSize=73,cropOrder=after,cropSize=64,flip=random,colourMode=rgb,interpolation=bilinear-bytes");
    RECIPES.put("cars3d-disentanglement-lib", "imageSize=64,interpolation=lanczos");
    RECIPES.put("smallnorb-disentanglement-lib", "imageSize=64,interpolation=lanczos");
    RECIPES.put("celeba-disentangling-vae", "imageSize=64,colourMode=rgb,interpolation=lanczos");
    RECIPES.put("chairs-disentangling-vae", "imageSize=64,colourMode=grey,interpolation=lanczos");
    RECIPES.put("mnist-disentangling-vae", "imageSize=32,interpolation=bilinear-bytes");
    RECIPES.put("mnist-mathieu", "range=minmax");
    RECIPES.put("sprites-mathieu", "imageSize=64,interpolation=bilinear,range=minmax");
    RECIPES.put(
        "yaleb-mathieu",
        "imageSize=64,imageWidth=80,cropOrder=after,cropSize=64,window=random,colourMode=grey,range=minmax");
  }

  static List<String> ids() {
    return List.copyOf(RECIPES.keySet());
  }

  /** The recipe with this name. */
  static Optional<PreparationRecipe> find(String id) {
    return Optional.ofNullable(RECIPES.get(id)).map(PreparationRecipe::parse);
  }

  private static PreparationRecipe parse(String text) {
    Map<String, String> steps = new LinkedHashMap<>();
    Arrays.stream(text.split(","))
        .map(step -> step.split("="))
        .forEach(step -> steps.put(step[0], step[1]));
    return new PreparationRecipe(steps);
  }

  /** What a stage does: its recipe, if it has one, in which Params that are set come first. */
  static PreparationRecipe of(ImagePreparation stage) {
    Map<String, String> steps = new LinkedHashMap<>();
    if (stage.isDefined(stage.recipe())) {
      steps.putAll(find(stage.getRecipe()).orElseThrow().steps());
    }
    List<Param<?>> params =
        List.of(
            stage.cropSize(),
            stage.cropOrder(),
            stage.window(),
            stage.colourMode(),
            stage.imageSize(),
            stage.imageWidth(),
            stage.interpolation(),
            stage.flip(),
            stage.range());
    for (Param<?> param : params) {
      if (stage.isSet(param) || (stage.isDefined(param) && !steps.containsKey(param.name()))) {
        steps.put(param.name(), String.valueOf(stage.getOrDefault(param)));
      }
    }
    return new PreparationRecipe(steps);
  }

  /** Refuses Params that act on a crop or a resize where there is none. */
  void requireEffect(ImagePreparation stage) {
    if (cropSize().isEmpty()) {
      requireWithoutCrop(stage, stage.window(), "random", "centre");
      requireWithoutCrop(stage, stage.cropOrder(), "after", "before");
    }
    if (imageSize().isEmpty()) {
      for (Param<?> param : List.of(stage.imageWidth(), stage.interpolation())) {
        if (stage.isSet(param)) {
          throw InputErrors.of(stage)
              .parameter(
                  param.name(),
                  stage.getOrDefault(param),
                  "no such value without an imageSize",
                  "Set imageSize as well.");
        }
      }
    }
  }

  private void requireWithoutCrop(
      ImagePreparation stage, Param<String> param, String refused, String expected) {
    if (steps.get(param.name()).equals(refused)) {
      throw InputErrors.of(stage)
          .parameter(
              param.name(), refused, expected + " without a cropSize", "Set cropSize as well.");
    }
  }

  /** What is done to each image. */
  ImageSteps imageSteps() {
    CropRule crop =
        cropSize()
            .map(size -> new CropRule(size, cropOrder().equals("after"), window().equals("random")))
            .orElse(null);
    Resizing resizing =
        imageSize()
            .map(
                rows ->
                    new Resizing(
                        rows, imageWidth().orElse(rows), Interpolation.of(interpolation())))
            .orElse(null);
    return new ImageSteps(crop, ColourMode.of(colourMode()), resizing, flip().equals("random"));
  }

  Optional<Integer> cropSize() {
    return number("cropSize");
  }

  Optional<Integer> imageSize() {
    return number("imageSize");
  }

  Optional<Integer> imageWidth() {
    return number("imageWidth");
  }

  private Optional<Integer> number(String name) {
    return Optional.ofNullable(steps.get(name)).map(Integer::valueOf);
  }

  String cropOrder() {
    return steps.get("cropOrder");
  }

  String window() {
    return steps.get("window");
  }

  String colourMode() {
    return steps.get("colourMode");
  }

  String interpolation() {
    return steps.get("interpolation");
  }

  String flip() {
    return steps.get("flip");
  }

  String range() {
    return steps.get("range");
  }
}
