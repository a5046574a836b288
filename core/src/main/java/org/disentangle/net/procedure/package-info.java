// SPDX-License-Identifier: Apache-2.0
/**
 * What the systems share: procedures and sessions over networks, losses, the discriminator of a
 * total correlation and the contrast of pairs, and how presets are found. Each system is a package
 * beside this one. Nothing of Spark, and nothing that only one system needs.
 */
package org.disentangle.net.procedure;
