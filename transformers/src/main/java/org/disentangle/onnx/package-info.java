// SPDX-License-Identifier: Apache-2.0
/**
 * Trained models as ONNX files with a page that says how to use them from Python ({@link
 * org.disentangle.onnx.OnnxExport}). How layers become ONNX operators is in {@link
 * org.disentangle.net.onnx}.
 */
package org.disentangle.onnx;
