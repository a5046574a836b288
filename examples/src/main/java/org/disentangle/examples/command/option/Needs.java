// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option, or a group of them, that changes something beside others only; {@link GivenOptions}
 * refuses it alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Needs {

  /**
   * Options one of which has to be given, such as {@code --evaluate}, or has to have a value, such
   * as {@code --codes=balanced}.
   */
  String[] value();

  /** The options of a group that need them; all of the group, if none is named. */
  String[] of() default {};
}
