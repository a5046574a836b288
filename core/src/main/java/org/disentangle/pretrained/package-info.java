// SPDX-License-Identifier: Apache-2.0
/**
 * Trained models that lie on the class path: which there are, what their cards say, and a copy of
 * one on the local disk. A model is found by a name such as {@code pretrained:squares} wherever a
 * folder of a saved model is read. How a model becomes such resources is in the module with models.
 */
package org.disentangle.pretrained;
