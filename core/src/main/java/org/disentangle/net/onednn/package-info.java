// SPDX-License-Identifier: Apache-2.0
/**
 * The fast processor engine: passes through a network as precompiled oneDNN primitives, which keep
 * activations in the processor's blocked layout from layer to layer and fuse bias and activation
 * into the products. Float only; weights, gradients and moving statistics are the DL4J graph's own
 * arrays. Nothing here is visible outside {@code net} except through {@link
 * org.disentangle.net.Pass} and the generators of {@code net.inference}.
 */
package org.disentangle.net.onednn;
