// SPDX-License-Identifier: Apache-2.0
/**
 * How a command runs, whichever it is: its Spark session, an interruption, and what a user reads
 * when it fails.
 */
package org.disentangle.examples.command.run;
