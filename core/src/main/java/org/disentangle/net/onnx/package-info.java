// SPDX-License-Identifier: Apache-2.0
/**
 * Trained networks as ONNX files, which other programs run without this library. What codes and
 * images mean is described by whoever writes the files; no training, no Spark.
 */
package org.disentangle.net.onnx;
