package org.disentangle.data;

import java.util.Map;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The Spark data source {@code dsprites}: the regenerated dSprites data set, rendered on the
 * executors while it is read.
 *
 * <pre>{@code
 * // 3 shapes x 3 scales x 8 x 8 positions at 32 pixels
 * spark.read().format("dsprites")
 *     .option("imageSize", 32)
 *     .option("factors", "shape,scale,posX,posY")
 *     .option("scale", "1:5:2").option("posX", "0:31:4").option("posY", "0:31:4")
 *     .load();
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_shape}, {@code factor_scale}, {@code
 * factor_orientation}, {@code factor_posX}, {@code factor_posY} (int, the index in the whole grid,
 * with ML attribute metadata); {@code value_shape}, ... {@code value_posY} (double, the real values
 * of {@link SpriteFactor}). Rows are in rising order of their index in {@link SpriteGrid}, the same
 * for any number of partitions. Pictures are only rendered where the image column is used.
 *
 * <p>Options, all optional:
 *
 * <ul>
 *   <li>{@code imageSize}: height and width, an even number from 16 to 64; default 64.
 *   <li>{@code imageFormat}: {@code image}, {@code png}, {@code array} or {@code vector}, see
 *       {@link org.disentangle.image.ImageFormat}; default {@code image}.
 *   <li>{@code factors}: which factors vary, separated by commas, or {@code all}; default {@code
 *       all}. The others rest at {@link SpriteFactor#restingIndex()}.
 *   <li>{@code shape}, {@code scale}, {@code orientation}, {@code posX}, {@code posY}: the indices
 *       the factor takes: indices and ranges {@code first:last} or {@code first:last:step} (both
 *       ends included) separated by commas, e.g. {@code 0,2} or {@code 0:31:4}; default all.
 *   <li>{@code sample}: how many pictures are drawn from these without replacement; default all.
 *   <li>{@code seed}: seed of the sample, default 42.
 *   <li>{@code numPartitions}: from 1 to the number of pictures; default one per 4,096 pictures.
 * </ul>
 *
 * <p>Unknown options and values out of range are refused with an {@link IllegalArgumentException}
 * by {@code load()}. The source cannot be written to.
 */
public final class SpriteSource implements TableProvider, RelationProvider, DataSourceRegister {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "dsprites";

  /** Called by Spark. */
  public SpriteSource() {}

  @Override
  public String shortName() {
    return NAME;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return new SpriteTable(SpriteOptions.parse(options)).schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new SpriteTable(SpriteOptions.parse(new CaseInsensitiveStringMap(properties)));
  }

  /** For SQL's {@code USING dsprites}, which asks for relations of the older kind. */
  @Override
  public BaseRelation createRelation(
      SQLContext context, scala.collection.immutable.Map<String, String> options) {
    return new SpriteRelation(context.sparkSession().read().format(NAME).options(options).load());
  }
}
