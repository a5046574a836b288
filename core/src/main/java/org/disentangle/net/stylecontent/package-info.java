// SPDX-License-Identifier: Apache-2.0
/** The style-content VAE-GAN: its networks and presets, and what one iteration on triplets does. */
package org.disentangle.net.stylecontent;
