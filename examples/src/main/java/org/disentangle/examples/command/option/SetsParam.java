// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.spark.ml.param.Params;

/** An option that is a Param; {@link ParamHelp} describes it in the Param's own words. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface SetsParam {

  /** The name of the Param. */
  String value();

  /** The stage that has it; where none is named, every {@link Algorithm} that has it. */
  Class<? extends Params>[] of() default {};
}
