// SPDX-License-Identifier: Apache-2.0
/**
 * One class per command. A command reads its options, refuses what cannot work before anything
 * starts, calls the libraries and prints where it wrote. No training, drawing or measuring of its
 * own. Families of commands have folders: {@code bench} and {@code experiment}.
 */
package org.disentangle.examples.command;
