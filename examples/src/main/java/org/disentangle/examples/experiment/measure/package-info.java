// SPDX-License-Identifier: Apache-2.0
/**
 * What experiments measure of trained models, besides the metrics of codes: one idea per class,
 * registered as a service and found by its name. A trained model has what several of them need,
 * such as the codes of all images, once.
 */
package org.disentangle.examples.experiment.measure;
