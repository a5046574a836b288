// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.disentangle.latent.Categories;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;

/**
 * Columns of codes and noise: array of float. Metadata record the name of every value, and its
 * range or its number of categories if it has one.
 */
public final class CodeFields {

  private CodeFields() {}

  /**
   * The names and ranges that a column of codes or noise records; Spark's own {@link
   * AttributeGroup#fromStructField} takes vector columns only.
   *
   * @return a group without size if the column records nothing
   */
  public static AttributeGroup attributes(StructField field) {
    return AttributeGroup.fromStructField(
        DataTypes.createStructField(
            field.name(), SQLDataTypes.VectorType(), field.nullable(), field.metadata()));
  }

  /** Codes that nobody named. */
  static StructField codes(String column, LatentSpace space) {
    return codes(column, names("code_", space.numCodes()), space);
  }

  static StructField codes(String column, List<String> names, LatentSpace space) {
    return field(column, names, space::values);
  }

  static StructField noise(String column, LatentSpace space) {
    return field(column, names("noise_", space.noiseDim()), any -> space.noisePrior());
  }

  /**
   * The index of a code.
   *
   * @param code a name, or an index from 0 as text
   * @return -1 if there is no such code
   */
  public static int index(List<String> names, String code) {
    int named = names.indexOf(code);
    return named < 0 && code.matches("\\d{1,6}") && Integer.parseInt(code) < names.size()
        ? Integer.parseInt(code)
        : named;
  }

  /** The prefix with the numbers from 0. */
  static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static StructField field(
      String column, List<String> names, IntFunction<CodeValues> values) {
    Attribute[] attributes = new Attribute[names.size()];
    for (int i = 0; i < attributes.length; i++) {
      attributes[i] = attribute(values.apply(i)).withName(names.get(i)).withIndex(i);
    }
    return DataTypes.createStructField(
        column,
        DataTypes.createArrayType(DataTypes.FloatType, false),
        false,
        new AttributeGroup(column, attributes).toMetadata());
  }

  private static Attribute attribute(CodeValues values) {
    if (values instanceof Categories categories) {
      return NominalAttribute.defaultAttr().withNumValues(categories.count());
    }
    return values == Prior.UNIFORM
        ? NumericAttribute.defaultAttr().withMin(values.low()).withMax(values.high())
        : NumericAttribute.defaultAttr();
  }
}
