// SPDX-License-Identifier: Apache-2.0
/**
 * Network architectures as data: layers, lists of them, the networks of a classifier, their JSON,
 * and how a list becomes a DL4J graph. The tables of the papers are with their systems. No
 * computation happens here.
 */
package org.disentangle.net.architecture;
