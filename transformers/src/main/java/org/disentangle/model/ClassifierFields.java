// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.stage.SchemaChecks;

/** The columns that an image classifier appends: probabilities, predicted class, features. */
public final class ClassifierFields {

  private ClassifierFields() {}

  /**
   * The schema with the columns of a classifier whose classes are not known yet.
   *
   * @throws org.disentangle.error.InvalidInputException if one of the columns exists already
   */
  public static StructType append(ImageClassifierModelParams<?> stage, StructType schema) {
    return append(stage, schema, Metadata.empty(), Metadata.empty(), Metadata.empty());
  }

  /** The schema with the columns of a trained classifier, their sizes and classes as metadata. */
  static StructType append(
      ImageClassifierModelParams<?> stage,
      StructType schema,
      ClassifierNetwork network,
      List<String> classNames) {
    NominalAttribute classes = NominalAttribute.defaultAttr().withName(stage.getPredictionCol());
    return append(
        stage,
        schema,
        new AttributeGroup(stage.getProbabilityCol(), network.numClasses()).toMetadata(),
        (classNames.isEmpty()
                ? classes.withNumValues(network.numClasses())
                : classes.withValues(classNames.toArray(String[]::new)))
            .toMetadata(),
        new AttributeGroup(stage.getFeaturesCol(), network.numFeatures()).toMetadata());
  }

  private static StructType append(
      ImageClassifierModelParams<?> stage,
      StructType schema,
      Metadata probability,
      Metadata prediction,
      Metadata features) {
    String column = new SchemaChecks(stage, schema).output(stage.probabilityCol());
    StructType output =
        schema.add(new StructField(column, SQLDataTypes.VectorType(), false, probability));
    column = new SchemaChecks(stage, output).output(stage.predictionCol());
    output = output.add(new StructField(column, DataTypes.DoubleType, false, prediction));
    column = new SchemaChecks(stage, output).output(stage.featuresCol());
    return output.add(new StructField(column, SQLDataTypes.VectorType(), false, features));
  }
}
