// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option that changes some metrics only; {@link MetricRules} refuses it where none of them is
 * measured.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ForMetrics {

  /** The metrics, in full or by what stands before their dot; none for all that need factors. */
  String[] value() default {};

  /** Whether they are instead those of models that are scored on other rows. */
  boolean ofTestRows() default false;
}
