package org.disentangle.data;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/** The columns of the data source, and what fills each of them. */
final class SpriteColumns {

  static final String IMAGE = "image";

  private static final String[] SHAPE_NAMES = {"square", "ellipse", "heart"};

  private SpriteColumns() {}

  /** The image, then the index of each factor, then the real value of each factor. */
  static StructType schema(ImageFormat format, int imageSize) {
    List<StructField> fields = new ArrayList<>();
    fields.add(ImageColumns.field(IMAGE, format, new ImageShape(1, imageSize, imageSize)));
    for (SpriteFactor factor : SpriteFactor.values()) {
      NominalAttribute nominal = NominalAttribute.defaultAttr().withName(factor.factorColumn());
      NominalAttribute sized =
          factor == SpriteFactor.SHAPE
              ? nominal.withValues(SHAPE_NAMES)
              : nominal.withNumValues(factor.count());
      fields.add(
          new StructField(factor.factorColumn(), DataTypes.IntegerType, false, sized.toMetadata()));
    }
    for (SpriteFactor factor : SpriteFactor.values()) {
      fields.add(DataTypes.createStructField(factor.valueColumn(), DataTypes.DoubleType, false));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }
}
