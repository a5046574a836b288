// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The fewest images a mini-batch must have so that everything learns. Batch normalisation of
 * vectors, or of feature maps of one pixel, takes the mean over the batch from every value: of a
 * single image nothing is left, and no gradient passes.
 *
 * @param images at least 1
 * @param because why fewer do not suffice: how a sentence goes on after "because"
 */
public record LeastBatch(int images, String because) implements Serializable {

  /** One image suffices. */
  public static final LeastBatch ONE = new LeastBatch(1, "a batch has an image");

  /** Of networks that take the batch as it is. */
  public static LeastBatch of(Collection<Architecture> networks) {
    return networks.stream().map(LeastBatch::of).reduce(ONE, LeastBatch::and);
  }

  /** Of one network, whose batch it is. */
  public static LeastBatch of(Architecture network) {
    LeastBatch least = of(network, network.trunkNodes());
    for (String head : network.heads().keySet()) {
      least = least.and(of(network, network.headNodes(head)));
    }
    return least;
  }

  private static LeastBatch of(Architecture network, List<Architecture.Node> nodes) {
    return nodes.stream()
        .filter(node -> node.spec() instanceof LayerSpec.BatchNorm)
        .filter(node -> node.arranged().size() == node.arranged().channels())
        .findFirst()
        .map(
            node ->
                new LeastBatch(
                    2,
                    String.format(
                        Locale.ROOT,
                        "layer %s of network %s normalises over the batch",
                        node.spec().name(),
                        network.name())))
        .orElse(ONE);
  }

  /** Of both: the larger, or this one if they are alike. */
  public LeastBatch and(LeastBatch other) {
    return other.images > images ? other : this;
  }

  /** Of a network that takes this number of images at once as one. */
  public LeastBatch inPacks(int packSize) {
    return images == 1 || packSize == 1
        ? this
        : new LeastBatch(
            images * packSize,
            String.format(Locale.ROOT, "%s of packs of %d images", because, packSize));
  }

  /** Whether a batch of this size suffices. */
  public boolean allows(int batchSize) {
    return batchSize >= images;
  }
}
