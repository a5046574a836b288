// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/** The nearest images of a gallery by one of the codes; see {@link StyleContentModel#retrieve}. */
public final class StyleRetrieval {

  /** The code that images are compared by. */
  public enum By {
    SPECIFIED,
    UNSPECIFIED
  }

  private static final StructType FOUND =
      new StructType()
          .add("query", DataTypes.LongType, false)
          .add("found", DataTypes.LongType, false)
          .add("distance", DataTypes.DoubleType, false);

  private final StyleContentModel model;
  private final By by;
  private final int k;

  StyleRetrieval(StyleContentModel model, By by, int k) {
    this.model = model;
    this.by = by;
    this.k = k;
    if (k < 1) {
      throw InputErrors.of(model).parameter("k", k, "at least 1 image to find");
    }
  }

  Dataset<Row> of(Dataset<?> queries, Dataset<?> gallery, String idCol) {
    List<NearestRows.Coded> wanted =
        coded(queries, idCol).collectAsList().stream().map(NearestRows.Coded::of).toList();
    Dataset<Row> candidates =
        MappedRows.of(coded(gallery, idCol), new NearestRows(wanted, k), FOUND);
    return candidates
        .withColumn(
            "rank",
            row_number().over(Window.partitionBy("query").orderBy(col("distance"), col("found"))))
        .where(col("rank").leq(k))
        .select("query", "rank", "found", "distance");
  }

  /** Ids and codes. */
  private Dataset<Row> coded(Dataset<?> rows, String idCol) {
    IdColumn.field(model, rows.schema(), idCol);
    StyleContentColumns columns = new StyleContentColumns(model);
    Dataset<Row> images =
        rows.select(
            ExactColumn.named(idCol), columns.images(rows.schema(), model.getImageCol()).column());
    boolean specified = by == By.SPECIFIED;
    String code = specified ? model.getSpecifiedCol() : model.getUnspecifiedCol();
    return columns
        .encoded(images, model.getImageCol(), specified, !specified)
        .where(ExactColumn.named(idCol).isNotNull())
        .select(ExactColumn.named(idCol).cast("long"), ExactColumn.named(code));
  }
}
