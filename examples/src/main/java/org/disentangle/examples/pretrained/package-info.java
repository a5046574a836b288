// SPDX-License-Identifier: Apache-2.0
/** What the cards of shipped models say: scores, measured the same way again, and text. */
package org.disentangle.examples.pretrained;
