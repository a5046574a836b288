/**
 * Network architectures as data: lists of layers, the papers' presets, and how a list becomes a
 * DL4J graph. No computation happens here.
 */
package org.disentangle.net.architecture;
