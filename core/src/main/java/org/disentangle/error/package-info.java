// SPDX-License-Identifier: Apache-2.0
/** How a user's error is recognised: by its type, wherever it comes from. */
package org.disentangle.error;
