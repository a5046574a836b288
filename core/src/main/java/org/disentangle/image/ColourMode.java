// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.function.UnaryOperator;

/** Which channels images are brought to. */
public enum ColourMode implements Identified {

  /** As they are. */
  KEEP("keep", image -> image),

  /** One channel; see {@link PlanarImage#grey()}. */
  GREY("grey", PlanarImage::grey),

  /** Three channels; see {@link PlanarImage#rgb()}. */
  RGB("rgb", PlanarImage::rgb);

  private final String id;
  private final UnaryOperator<PlanarImage> conversion;

  ColourMode(String id, UnaryOperator<PlanarImage> conversion) {
    this.id = id;
    this.conversion = conversion;
  }

  /** The name used in params. */
  @Override
  public String id() {
    return id;
  }

  /** The image in this mode. */
  public PlanarImage apply(PlanarImage image) {
    return conversion.apply(image);
  }

  /** All ids, for the validators of params; the default first. */
  public static String[] ids() {
    return Identified.ids(values());
  }

  /**
   * The mode with this id.
   *
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  public static ColourMode of(String id) {
    return Identified.of("colour mode", values(), id);
  }
}
