// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.spark.ml.param.Params;

/**
 * An option that is a Param; {@link ParamHelp} describes it in the Param's own words. {@code
 * --param} does not set the same Param beside it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface SetsParam {

  /** The name of the Param. */
  String value();

  /** The stage that has it; where none is named, every {@link Algorithm} that has it. */
  Class<? extends Params>[] of() default {};

  /** Whether its help is what the Param says of itself, and not words of its own alone. */
  boolean described() default true;

  /** Whether the command sets the Param in any case, so that its name cannot. */
  boolean alone() default false;
}
