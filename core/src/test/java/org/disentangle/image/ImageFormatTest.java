// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageFormatTest {

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void aFormatIsFoundByItsIdAndItsType(ImageFormat format) {
    assertEquals(format, ImageFormat.of(format.id()));
    assertEquals(Optional.of(format), ImageFormat.detect(format.dataType()));
  }

  @Test
  void unknownIdsAreRefusedWithTheValidOnes() {
    String message =
        assertThrows(InvalidInputException.class, () -> ImageFormat.of("PNG")).getMessage();
    assertTrue(message.contains("\"PNG\"; expected one of image, png, array, vector"), message);
    assertTrue(message.endsWith("\nWrite it in lower case."), message);
    String other =
        assertThrows(InvalidInputException.class, () -> ImageFormat.of("something")).getMessage();
    assertTrue(other.endsWith("expected one of image, png, array, vector."), other);
  }

  @Test
  void nullabilityDoesNotMatter() {
    StructType nullable = new StructType();
    for (String name : ImageSchema.columnSchema().fieldNames()) {
      nullable = nullable.add(name, ImageSchema.columnSchema().apply(name).dataType(), true);
    }
    assertEquals(Optional.of(ImageFormat.IMAGE), ImageFormat.detect(nullable));
    DataType array = DataTypes.createArrayType(DataTypes.FloatType, true);
    assertEquals(Optional.of(ImageFormat.ARRAY), ImageFormat.detect(array));
  }

  @Test
  void otherTypesAreNoImages() {
    assertEquals(Optional.empty(), ImageFormat.detect(DataTypes.StringType));
    assertEquals(
        Optional.empty(), ImageFormat.detect(DataTypes.createArrayType(DataTypes.DoubleType)));
    assertEquals(Optional.empty(), ImageFormat.detect(new StructType().add("height", "int")));
  }
}
