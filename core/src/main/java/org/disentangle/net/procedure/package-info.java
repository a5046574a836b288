/**
 * Training procedures: for each system one class that says which networks it has and what one
 * alternating step does. Losses live here too. Nothing of Spark, and nothing that only one layer
 * needs.
 */
package org.disentangle.net.procedure;
