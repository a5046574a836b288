// SPDX-License-Identifier: Apache-2.0
/**
 * The Spark data source {@code imagefolder}: the PNG and JPEG files below a folder as paths and
 * bytes, which {@code ImagePreparation} makes images of. {@link
 * org.disentangle.data.folder.ImageFolderSource} documents it.
 */
package org.disentangle.data.folder;
