// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.QualifiedPath;

/** The rows with the lowest ids of a labelled data set on disk, read one after the other. */
final class LabelledSample {

  /**
   * A row.
   *
   * @param planes values in [0, 1], channel planes first
   */
  record Labelled(long id, float[] codes, float[] planes) {}

  private final Dataset<Row> rows;
  private final ImageShape shape;
  private final ImageDecoder decoder;

  private LabelledSample(Dataset<Row> rows) {
    this.rows = rows;
    StructField image = rows.schema().fields()[2];
    shape = ImageColumns.shapeOf(image).orElseThrow();
    decoder =
        new ImageDecoder(
            ImageFormat.detect(image.dataType()).orElseThrow(),
            shape,
            "LabelledSample",
            image.name());
  }

  /**
   * @param path of a set made by this model and sampler
   * @param most rows, at most
   */
  static LabelledSample of(
      SparkSession session,
      String path,
      DisentangledModel<?> model,
      CodeSampler sampler,
      long most) {
    Dataset<Row> set = QualifiedPath.reader(session).parquet(path);
    Column id = ExactColumn.named(sampler.getIdCol());
    return new LabelledSample(
        set.where(id.lt(most))
            .sort(id)
            .select(
                id,
                ExactColumn.named(sampler.getCodesCol()),
                ExactColumn.named(model.getGeneratedCol())));
  }

  ImageShape shape() {
    return shape;
  }

  /** The rows in the order of their ids; one partition at a time is on the driver. */
  Iterator<Labelled> iterator() {
    Iterator<Row> read = rows.toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return read.hasNext();
      }

      @Override
      public Labelled next() {
        Row row = read.next();
        List<Number> values = row.getList(1);
        float[] codes = new float[values.size()];
        for (int i = 0; i < codes.length; i++) {
          codes[i] = values.get(i).floatValue();
        }
        return new Labelled(((Number) row.get(0)).longValue(), codes, decoder.decode(row.get(2)));
      }
    };
  }

  List<float[]> images() {
    List<float[]> images = new ArrayList<>();
    iterator().forEachRemaining(row -> images.add(row.planes()));
    return images;
  }
}
