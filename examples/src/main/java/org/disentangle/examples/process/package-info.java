// SPDX-License-Identifier: Apache-2.0
/** Other JVMs that run this program. How to start one; what it does is its caller's. */
package org.disentangle.examples.process;
