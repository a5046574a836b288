// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What happens to the bytes of a file: they are cut off, or some are changed. Places count from the
 * begin, or where they are negative from the end, and go round.
 *
 * @param end the place where the bytes are cut off
 * @param flips changed bytes
 */
record Damage(Optional<Integer> end, List<Flip> flips) {

  /**
   * A changed byte.
   *
   * @param bits that are inverted, not 0
   */
  record Flip(int place, int bits) {}

  /** One of ten files stays whole. */
  static Arbitrary<Damage> any() {
    Arbitrary<Flip> flip =
        Combinators.combine(places(), Arbitraries.integers().between(1, 255)).as(Flip::new);
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            flip.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(flips -> new Damage(Optional.empty(), flips))),
        Tuple.of(3, places().map(end -> new Damage(Optional.of(end), List.of()))),
        Tuple.of(1, Arbitraries.just(new Damage(Optional.empty(), List.of()))));
  }

  private static Arbitrary<Integer> places() {
    return Arbitraries.oneOf(
        Arbitraries.integers(),
        Arbitraries.integers().between(0, 40),
        Arbitraries.integers().between(-400, -1));
  }

  byte[] of(byte[] whole) {
    int length = whole.length;
    byte[] bytes = Arrays.copyOf(whole, end.map(at -> Math.floorMod(at, length)).orElse(length));
    flips.forEach(flip -> bytes[Math.floorMod(flip.place(), length)] ^= (byte) flip.bits());
    return bytes;
  }

  /** Damages a file in place, without the checksum that Hadoop keeps beside it. */
  void to(Path file) throws IOException {
    Files.write(file, of(Files.readAllBytes(file)));
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}
