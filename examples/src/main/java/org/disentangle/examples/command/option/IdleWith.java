// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option, or a group of them, that changes nothing beside some others; {@link GivenOptions}
 * refuses them together.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface IdleWith {

  /** The other options, such as {@code --models}, or their values, such as {@code --every=0}. */
  String[] value();

  /** Options of the group that do change something. */
  String[] except() default {};
}
