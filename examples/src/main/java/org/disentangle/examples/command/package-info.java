/**
 * One class a command, and the groups of options that several commands share. A command reads its
 * options, refuses what cannot work before anything starts, calls the libraries and prints where it
 * wrote. No training, drawing or measuring of its own.
 */
package org.disentangle.examples.command;
