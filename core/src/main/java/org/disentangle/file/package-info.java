// SPDX-License-Identifier: Apache-2.0
/**
 * Files and folders that are written, on any file system that Hadoop knows: whole, never over
 * another by accident, and never in the place of what is read. And the kinds of file that are known
 * by how they begin.
 *
 * <p>Knows nothing of what the files hold; other packages make their content.
 */
package org.disentangle.file;
