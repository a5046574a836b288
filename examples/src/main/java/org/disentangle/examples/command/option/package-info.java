// SPDX-License-Identifier: Apache-2.0
/**
 * Groups of options that several commands share, and the values that they take: data, models,
 * metrics, outputs. Nothing here starts any work.
 */
package org.disentangle.examples.command.option;
