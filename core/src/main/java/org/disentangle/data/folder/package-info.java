// SPDX-License-Identifier: Apache-2.0
/**
 * The Spark data sources of picture files below a folder: {@code imagefolder} gives their paths and
 * bytes, which {@code ImagePreparation} makes images of ({@link
 * org.disentangle.data.folder.ImageFolderSource}); {@code folder} gives images with labels and
 * factors from paths or a table ({@link org.disentangle.data.folder.FolderSource}).
 */
package org.disentangle.data.folder;
