/**
 * The command line: its entry point. The commands are in {@code command}, what they print and draw
 * in {@code report}, the measurements in {@code bench}, what shows the papers' claims in {@code
 * experiment}, the demonstration in {@code demo}, and jobs to copy from in {@code job}. Nothing
 * here is used by the libraries.
 */
package org.disentangle.examples;
