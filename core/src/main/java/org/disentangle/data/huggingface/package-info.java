// SPDX-License-Identifier: Apache-2.0
/**
 * What Hugging Face's {@code datasets} keeps in Parquet files beside their columns: in the footer,
 * under the key {@code huggingface}, which column holds images and the names of class labels. Read
 * as ML attributes, and written so that its loader sees images and labels.
 */
package org.disentangle.data.huggingface;
