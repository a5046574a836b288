// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.JsonText;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.stage.InputErrors;

/**
 * Whether the latent space that a saved model states is the one its networks have: what the network
 * of images takes, what the network of codes gives, and the Params of the training.
 *
 * @param errors of the model
 * @param file the path of the file that states the latent space
 * @param latent what it states
 */
record LatentFit(InputErrors errors, String file, LatentSpace latent) {

  /**
   * @param networks those of the model
   * @param trainedWith Params of the training, perhaps unknown
   * @throws InvalidInputException if the latent space is another one
   */
  void check(CodeNetworks networks, TrainedWith trainedWith) {
    CodeNetworks.ImageOutput images = networks.toImages();
    int input = images.architecture().input().size();
    if (latent.inputSize() != input) {
      throw refused(
          latent.inputSize(),
          String.format(Locale.ROOT, "%d, which %s takes", input, images.architecture().name()));
    }
    CodeNetworks.CodeOutput codes = networks.toCodes();
    int given = codes.architecture().outputs(codes.mean());
    if (!gives(given, codes.logVariance() != null)) {
      throw refused(
          latent.codeWidth(),
          String.format(
              Locale.ROOT, "%d of codes, which %s gives", given, codes.architecture().name()));
    }
    agrees(trainedWith, "numCodes", String.valueOf(latent.numCodes()));
    agrees(trainedWith, "categories", latent.categories().toString());
  }

  /** Behind the means of continuous codes Q may have one variance for all, or one for each. */
  private boolean gives(int outputs, boolean variancesApart) {
    int behind = outputs - latent.codeWidth();
    return behind == 0 || !variancesApart && (behind == 1 || behind == latent.numContinuous());
  }

  private void agrees(TrainedWith trainedWith, String param, String found) {
    String trained = trainedWith.params().get(param);
    if (trained != null && !JsonText.tree(trained).equals(JsonText.tree(found))) {
      throw errors.file(
          file,
          String.format(Locale.ROOT, "%s %s", param, found),
          String.format(Locale.ROOT, "%s, with which the model was trained", trained),
          NetworkFiles.OF_ANOTHER,
          null);
    }
  }

  private InvalidInputException refused(int values, String expected) {
    return errors.file(
        file,
        String.format(
            Locale.ROOT,
            "numCodes %d, noiseDim %d and categories %s, which are %d values",
            latent.numCodes(),
            latent.noiseDim(),
            latent.categories(),
            values),
        expected + " by architecture.json",
        NetworkFiles.OF_ANOTHER,
        null);
  }
}
