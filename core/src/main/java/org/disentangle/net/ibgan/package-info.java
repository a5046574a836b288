// SPDX-License-Identifier: Apache-2.0
/** IB-GAN: its networks and presets, and what one iteration does. */
package org.disentangle.net.ibgan;
