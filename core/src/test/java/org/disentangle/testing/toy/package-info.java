// SPDX-License-Identifier: Apache-2.0
/** Small complete stages for tests of what all stages share. */
package org.disentangle.testing.toy;
