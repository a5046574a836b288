// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code experiment}: its options, progress and tables. Experiments themselves are in
 * {@code org.disentangle.examples.experiment}.
 */
package org.disentangle.examples.command.experiment;
