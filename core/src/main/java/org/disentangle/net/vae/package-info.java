/**
 * The variational autoencoders (beta-VAE, beta-TCVAE, FactorVAE): their networks and presets, what
 * one iteration does, their objectives, and InfoGAN-CR's regulariser beside them.
 */
package org.disentangle.net.vae;
