// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.List;
import org.disentangle.testing.FoundClasses;

/** Every system, for the tests that hold for all of them: those of every {@link TinyFamily}. */
public final class TinySystems {

  /** What every package with systems has of them. */
  public static final List<TinyFamily> FAMILIES =
      FoundClasses.in("org.disentangle.net", TinySystems.class).stream()
          .filter(type -> TinyFamily.class.isAssignableFrom(type) && !type.isInterface())
          .map(TinySystems::made)
          .toList();

  /** Every procedure with its variants, on networks of a few hundred parameters. */
  public static final List<TinySystem> ALL =
      FAMILIES.stream().flatMap(family -> family.tiny().stream()).toList();

  /** Some of 32 pixels, whose products of matrices are worth more than one thread. */
  public static final List<TinySystem> OF_32_PIXELS =
      FAMILIES.stream().flatMap(family -> family.of32Pixels().stream()).toList();

  private TinySystems() {}

  private static TinyFamily made(Class<?> family) {
    try {
      return (TinyFamily) family.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(family + " needs a public constructor without arguments", e);
    }
  }
}
