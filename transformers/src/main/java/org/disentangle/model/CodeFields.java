package org.disentangle.model;

import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.disentangle.latent.LatentSpace;

/**
 * Columns of codes and noise: array of float, with the name and range of every value as metadata.
 */
final class CodeFields {

  private CodeFields() {}

  static StructField codes(String column, int numCodes) {
    return field(column, "code_", numCodes);
  }

  static StructField noise(String column, int noiseDim) {
    return field(column, "noise_", noiseDim);
  }

  private static StructField field(String column, String prefix, int length) {
    Attribute[] attributes = new Attribute[length];
    for (int i = 0; i < length; i++) {
      attributes[i] =
          NumericAttribute.defaultAttr()
              .withName(prefix + i)
              .withIndex(i)
              .withMin(LatentSpace.LOW)
              .withMax(LatentSpace.HIGH);
    }
    return DataTypes.createStructField(
        column,
        DataTypes.createArrayType(DataTypes.FloatType, false),
        false,
        new AttributeGroup(column, attributes).toMetadata());
  }
}
