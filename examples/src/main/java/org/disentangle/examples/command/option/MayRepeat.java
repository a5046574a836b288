// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that may hold one thing twice; {@link GivenOptions} refuses it in all others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MayRepeat {}
