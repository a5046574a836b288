// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.io.Serializable;
import org.disentangle.latent.PairDesign;

/**
 * How much the contrastive regulariser counts in which iteration, and of which pairs.
 *
 * @param alpha weight once it is on, at least 0; 0 for none at all
 * @param crStart iteration at which it is switched on
 * @param gap least distance of unshared codes in a contrastive pair, in [0, 2)
 * @param gapSwitch iteration at which the gap becomes {@code gapAfter}; {@link Long#MAX_VALUE} for
 *     never
 * @param gapAfter the gap from then on
 * @param gapFall iterations over which the gap moves linearly to {@code gapAfter}, at least 0; 0
 *     for all at once, as InfoGAN-CR has it
 * @param pairs which parts contrastive pairs share
 * @param alphaRise iterations over which alpha rises linearly once it is on, at least 0; 0 for all
 *     at once, as InfoGAN-CR has it
 */
public record ContrastSchedule(
    double alpha,
    long crStart,
    double gap,
    long gapSwitch,
    double gapAfter,
    long gapFall,
    PairDesign pairs,
    long alphaRise)
    implements Serializable {

  /** No contrastive regulariser. */
  public static final ContrastSchedule NONE = published(0, 0, 0, Long.MAX_VALUE, 0);

  /** With the pairs of the published system, and alpha all at once. */
  public static ContrastSchedule published(
      double alpha, long crStart, double gap, long gapSwitch, double gapAfter) {
    return new ContrastSchedule(
        alpha, crStart, gap, gapSwitch, gapAfter, 0, PairDesign.STANDARD, 0);
  }

  /** Whether pairs are those of the published system, and alpha and gap change all at once. */
  public boolean isPublished() {
    return pairs.equals(PairDesign.STANDARD) && alphaRise == 0 && gapFall == 0;
  }

  /** Whether the regulariser counts in some iteration. */
  boolean everOn() {
    return alpha > 0;
  }

  /** Whether the regulariser counts in this iteration. */
  boolean isOn(long iteration) {
    return everOn() && iteration >= crStart;
  }

  /** Its weight in this iteration, while it is on. */
  double alphaAt(long iteration) {
    long risen = iteration - crStart + 1;
    return risen >= alphaRise ? alpha : alpha * risen / alphaRise;
  }

  /** The gap in this iteration. */
  double gapAt(long iteration) {
    if (iteration < gapSwitch) {
      return gap;
    }
    long fallen = iteration - gapSwitch + 1;
    return fallen >= gapFall ? gapAfter : gap + (gapAfter - gap) * fallen / gapFall;
  }

  /** Whether H starts afresh at this iteration, because its task changes at once. */
  boolean isSwitch(long iteration) {
    return everOn() && (iteration == crStart || iteration == gapJump());
  }

  /** The first switch strictly after an iteration, or {@link Long#MAX_VALUE}. */
  long nextSwitch(long iteration) {
    long next = Long.MAX_VALUE;
    if (everOn()) {
      next = crStart > iteration ? crStart : next;
      next = gapJump() > iteration ? Math.min(next, gapJump()) : next;
    }
    return next;
  }

  /** A gap that changes little by little is a task that H can follow. */
  private long gapJump() {
    return gapFall == 0 ? gapSwitch : Long.MAX_VALUE;
  }
}
