// SPDX-License-Identifier: Apache-2.0
/**
 * The variational autoencoders: their networks and presets, what one iteration does, their
 * objectives (beta-VAE, FactorVAE and others), and InfoGAN-CR's regulariser beside them.
 */
package org.disentangle.net.vae;
