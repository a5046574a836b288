// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

/** A command that takes one value of each weight of the losses, not several to compare. */
public interface TakesOneWeight {}
