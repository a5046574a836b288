// SPDX-License-Identifier: Apache-2.0
/** The commands {@code bench ...}: how they read their options and print what was measured. */
package org.disentangle.examples.command.bench;
