// SPDX-License-Identifier: Apache-2.0
/**
 * The demonstration: a small data set and schedule that disentangle in minutes on two cores, and
 * the run that trains, measures, generates and draws.
 */
package org.disentangle.examples.demo;
