// SPDX-License-Identifier: Apache-2.0
/**
 * Figures of metrics as pictures: heat maps of matrices, with names for what metrics compute.
 *
 * <p>Takes arrays and names, gives pictures and PNG files. Works without a display; a font is
 * needed on the machine. Uses the JDK, XChart and {@link org.disentangle.file} alone: no metric, no
 * stage and no Spark is known here.
 */
package org.disentangle.figure;
