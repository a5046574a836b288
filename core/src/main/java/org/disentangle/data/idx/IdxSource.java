// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.Sample;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code idx}: images in the format of MNIST and Fashion-MNIST, from any file
 * system Hadoop knows, plain or compressed by gzip whatever the file's name.
 *
 * <pre>{@code
 * spark.read().format("idx")
 *     .option("labels", "train-labels-idx1-ubyte.gz")
 *     .load("train-images-idx3-ubyte.gz");
 * }</pre>
 *
 * <p>Columns: {@code image} (one channel; a byte is a value of 0/255 to 255/255) and, where a file
 * of labels is given, {@code label} (int, nominal ML attribute with the values 0 to the largest
 * label). Rows are in the order of the file, for any number of partitions. Images are only decoded
 * where their column is used.
 *
 * <p>{@code load()} reads both files once from end to end, so that damaged ones are refused before
 * any row is made. A partition then streams the images up to the end of its range and holds one of
 * them; a compressed file is inflated by every partition, so partitions are few by default.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the file of images (magic number 0x803), usually given to {@code load}; no
 *       default.
 *   <li>{@code labels}: the file of labels (0x801, or QMNIST's of 0xC02, whose first number of
 *       eight is the label), one for each image; by default there is no column {@code label}.
 *   <li>{@code imageFormat}: {@code image}, {@code png}, {@code array} or {@code vector}, see
 *       {@link ImageFormat}; default {@code image}.
 *   <li>{@code sample}: how many images are drawn without replacement; default all.
 *   <li>{@code seed}: seed of the sample, default 42.
 *   <li>{@code numPartitions}: from 1 to the number of images; default one per 4,096 images, but no
 *       more than Spark's default parallelism.
 * </ul>
 *
 * <p>Unknown options, values out of range and files that cannot be used are refused with an {@link
 * IllegalArgumentException} by {@code load()}. The source cannot be written to.
 */
public final class IdxSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "idx";

  private static final String LABELS = "labels";

  /** Called by Spark. */
  public IdxSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> names = new HashSet<>(Sample.OPTIONS);
    names.addAll(Set.of(OptionReader.PATH, OptionReader.IMAGE_FORMAT, LABELS));
    options.requireOnly(names);
    ImageFormat format = options.imageFormat();
    IdxFile file = IdxFile.find(NAME, options.path(), IdxKind.IMAGES);
    int[] sizes = file.examine(OutputStream.nullOutputStream());
    IdxLabels labels =
        options
            .file(LABELS)
            .map(path -> IdxFile.labels(NAME, path))
            .map(found -> IdxLabels.read(found, sizes[0]))
            .orElse(null);
    int parallel = SparkSession.active().sparkContext().defaultParallelism();
    Sample sample = Sample.parse(options, sizes[0], parallel);
    return new IdxImages(file, new ImageShape(1, sizes[1], sizes[2]), labels, sample, format);
  }
}
