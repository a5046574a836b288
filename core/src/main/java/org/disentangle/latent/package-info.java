// SPDX-License-Identifier: Apache-2.0
/**
 * The latent space of the generators: how many codes and how much noise, their priors, and seeded
 * samplers. Plain Java and Commons Math; nothing of Spark or of any array library may be used here.
 */
package org.disentangle.latent;
