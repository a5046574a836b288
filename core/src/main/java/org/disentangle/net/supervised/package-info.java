// SPDX-License-Identifier: Apache-2.0
/** Classifiers of images: their optimiser, and what one iteration does. */
package org.disentangle.net.supervised;
