/** Labelled data sets written from a model. No options are read and nothing is printed here. */
package org.disentangle.examples.generation;
