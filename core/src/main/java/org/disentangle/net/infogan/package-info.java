// SPDX-License-Identifier: Apache-2.0
/**
 * InfoGAN and InfoGAN-CR: their networks and presets, what one iteration does, its losses of codes,
 * and the total correlation as a further regulariser.
 */
package org.disentangle.net.infogan;
