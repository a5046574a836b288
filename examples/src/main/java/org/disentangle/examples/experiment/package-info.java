// SPDX-License-Identifier: Apache-2.0
/**
 * Experiments as tables: what a paper says, which variants of which systems are trained on which
 * images, and what is measured of them. The tables of this project are JSON resources beside these
 * classes; users write their own. What is here reads tables and resolves them into a plan, before
 * any work; {@code trial} trains, {@code measure} measures, {@code result} adds up and draws.
 */
package org.disentangle.examples.experiment;
