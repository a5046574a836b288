package org.disentangle.net.architecture;

import java.io.Serializable;
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
   * A network whose output are codes.
   *
   * @param mean the output with the mean of each code
   * @param logVariance the output with the logarithm of each code's variance; null if the network
   *     has none
   * @param signed whether it takes images of values in [-1, 1] rather than [0, 1]
   */
  record CodeOutput(Architecture architecture, String mean, String logVariance, boolean signed)
      implements Serializable {}
}
