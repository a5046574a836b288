// SPDX-License-Identifier: Apache-2.0
/** OOGAN: its networks and presets, how codes are drawn, and what one iteration does. */
package org.disentangle.net.oogan;
