// SPDX-License-Identifier: Apache-2.0
/**
 * The devices networks live on: which ones the array backend has and can use, the one a thread
 * works on, and a comparison of every layer with the processor.
 */
package org.disentangle.net.device;
