// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;

/** The networks of one system, one of which makes images of codes and one codes of images. */
public interface CodeNetworks extends Serializable {

  /** Shape of every image. */
  ImageShape imageShape();

  /** All networks that are trained, by name. */
  Map<String, Architecture> architectures();

  /** The network that takes latent vectors. */
  ImageOutput toImages();

  /** The network that takes images. */
  CodeOutput toCodes();

  /**
   * A network whose output are images.
   *
   * @param head the output
   * @param signed whether its values are in [-1, 1] rather than [0, 1]
   */
  record ImageOutput(Architecture architecture, String head, boolean signed)
      implements Serializable {}

  /**
   * What gives codes of images: one network, or several that follow each other.
   *
   * @param before networks the image goes through first, in order
   * @param architecture the last network
   * @param mean its output with the mean of each continuous code, and one value for each category
   *     of categorical codes (see {@link org.disentangle.latent.LatentSpace#codes}); values behind
   *     these are not codes
   * @param logVariance its output with the logarithm of each code's variance; null if it has none
   * @param signed whether images are taken with values in [-1, 1] rather than [0, 1]
   */
  record CodeOutput(
      List<Step> before, Architecture architecture, String mean, String logVariance, boolean signed)
      implements Serializable {

    /** A network and the output that goes on. */
    public record Step(Architecture architecture, String head) implements Serializable {}

    /** One network alone. */
    public CodeOutput(Architecture architecture, String mean, String logVariance, boolean signed) {
      this(List.of(), architecture, mean, logVariance, signed);
    }

    /** All networks, in order. */
    public List<Architecture> architectures() {
      List<Architecture> all = new ArrayList<>();
      before.forEach(step -> all.add(step.architecture()));
      all.add(architecture);
      return all;
    }
  }
}
