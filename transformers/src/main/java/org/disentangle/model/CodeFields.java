package org.disentangle.model;

import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.disentangle.latent.LatentSpace;

/**
 * Columns of codes and noise: array of float, with the name and range of every value as metadata.
 */
public final class CodeFields {

  private CodeFields() {}

  /**
   * The names and ranges that a column of codes or noise tells; Spark's own {@link
   * AttributeGroup#fromStructField} takes vector columns only.
   *
   * @return a group without size if the column tells nothing
   */
  public static AttributeGroup attributes(StructField field) {
    return AttributeGroup.fromStructField(
        DataTypes.createStructField(
            field.name(), SQLDataTypes.VectorType(), field.nullable(), field.metadata()));
  }

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
