// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;

/**
 * A procedure that trains the networks of a model with codes.
 *
 * @param <N> the networks
 */
public interface CodeProcedure<N extends Record & CodeNetworks> extends NetworkProcedure {

  /** What the model keeps of what is trained. */
  N networks();

  /** Codes and noise, and their prior. */
  LatentSpace latent();

  @Override
  default ImageShape imageShape() {
    return networks().imageShape();
  }

  @Override
  default Map<String, Architecture> architectures() {
    return networks().architectures();
  }
}
