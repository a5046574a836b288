// SPDX-License-Identifier: Apache-2.0
/**
 * This project's layers for Deeplearning4j, over libnd4j's fused operations: convolution,
 * transposed and grouped convolution, dense (each with optional spectral normalisation), batch
 * normalisation, average pooling, upsampling, compete-free input and label tables.
 *
 * <p>They are ordinary DL4J layers (JSON, zip files, gradient checks) and can also be driven pass
 * by pass, which adversarial training needs. No losses, no optimisers, no knowledge of any
 * particular network.
 */
package org.disentangle.net.layer;
