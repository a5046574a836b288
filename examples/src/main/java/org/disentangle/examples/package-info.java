// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: its entry point. Nothing here is used by the libraries.
 *
 * <ul>
 *   <li>{@code command}: the commands, and below it the options, measurements and experiments among
 *       them, and how a command runs;
 *   <li>{@code report}: what they print and draw; {@code table}: the tables they read;
 *   <li>{@code bench}: measurements; {@code chaos}: runs that are killed and compared; {@code gpu}:
 *       what the machine's GPUs can do;
 *   <li>{@code experiment}: what shows the papers' claims; {@code demo}: the demonstration;
 *   <li>{@code job}: whole Spark jobs to copy from.
 * </ul>
 */
package org.disentangle.examples;
