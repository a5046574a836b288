// SPDX-License-Identifier: Apache-2.0
/**
 * What the Spark data sources of this project share: numbered rows, cut into ranges that executors
 * read in parallel, with fixed columns of which unused ones cost nothing, for {@code
 * spark.read().format(...)} and SQL's {@code USING}.
 *
 * <p>The sources, each in a package below:
 *
 * <ul>
 *   <li>{@code dsprites}, {@link org.disentangle.data.sprite.SpriteSource}: two-dimensional shapes
 *       with five factors, rendered, or read from the original {@code .npz};
 *   <li>{@code cdsprites}, {@link org.disentangle.data.disc.DiscSource}: a disc whose place is
 *       given by angle and radius, rendered;
 *   <li>{@code teapots}, {@link org.disentangle.data.teapot.TeapotSource}: a teapot in colour with
 *       continuous random factors, rendered;
 *   <li>{@code idx}, {@link org.disentangle.data.idx.IdxSource}: images and labels in the format of
 *       MNIST;
 *   <li>{@code npz}, {@link org.disentangle.data.npz.NpzSource}, and {@code hdf5}, {@link
 *       org.disentangle.data.hdf5.Hdf5Source}: arrays of any NumPy archive or HDF5 file;
 *   <li>published data sets: {@code mpi3d}, {@link org.disentangle.data.mpi3d.Mpi3dSource}; {@code
 *       shapes3d}, {@link org.disentangle.data.shapes3d.Shapes3dSource}; {@code rc49}, {@link
 *       org.disentangle.data.rc49.Rc49Source}; {@code cars3d}, {@link
 *       org.disentangle.data.cars3d.Cars3dSource}; {@code smallnorb} and {@code norb}, {@link
 *       org.disentangle.data.norb.SmallNorbSource}; {@code svhn}, {@link
 *       org.disentangle.data.svhn.SvhnSource}; {@code cifar}, {@link
 *       org.disentangle.data.cifar.CifarSource}; {@code celeba}, {@link
 *       org.disentangle.data.celeba.CelebASource}; {@code yaleb}, {@link
 *       org.disentangle.data.yaleb.YaleBSource}; {@code sprites}, {@link
 *       org.disentangle.data.reed.ReedSpritesSource};
 *   <li>{@code folder}, {@link org.disentangle.data.folder.FolderSource}: the PNG, JPEG, PGM and
 *       PPM files below a folder, with labels and factors from their paths or a table;
 *   <li>{@code imagefolder}, {@link org.disentangle.data.folder.ImageFolderSource}: the same files
 *       as bytes.
 * </ul>
 *
 * <p>A source extends {@link org.disentangle.data.RowSource} and describes its rows as {@link
 * org.disentangle.data.RowData}. {@link org.disentangle.data.OptionReader}, {@link
 * org.disentangle.data.Sample} and {@link org.disentangle.data.FactorOptions} read options; {@link
 * org.disentangle.data.FactorColumns} makes columns of factors, {@link
 * org.disentangle.data.RenderedGrid} rows of pictures drawn from factors; {@link
 * org.disentangle.data.StoredImages} has the rows of images in files, of which {@link
 * org.disentangle.data.ImageStore} reads the pixels and {@link org.disentangle.data.StoredColumn}
 * holds the rest; {@link org.disentangle.data.DataFile} is a file in any file system Hadoop knows.
 * Nothing here trains, scores or knows a stage.
 */
package org.disentangle.data;
