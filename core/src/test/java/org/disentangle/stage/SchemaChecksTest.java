// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.toy.EveryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SchemaChecksTest {

  private final EveryKind stage = new EveryKind("kind_1");
  private final StructType schema =
      StructType.fromDDL(
          "Codes array<float>, image binary, factor_b int, factor_a double, x string");

  @Test
  void missingColumnSuggestsTheMostSimilar() {
    assertEquals(
        """
        kind_1: column 'codes': found columns ['Codes', 'image', 'factor_b', 'factor_a', 'x']; \
        expected that parameter codesCol names one of them.
        Did you mean 'Codes'?""",
        message(() -> checks().input(stage.codesCol(), ColumnType.FLOAT_ARRAY)));
  }

  @Test
  void onlyAColumnThatIsLikeItAndFitsIsSuggested() {
    StructType other = StructType.fromDDL("id long, code string, hidden_codes array<float>");
    assertTrue(
        message(() -> new SchemaChecks(stage, other).numbers(stage.codesCol()))
            .endsWith("Did you mean 'hidden_codes'?"),
        "'code' is nearer and holds text");
    assertTrue(
        message(
                () ->
                    new SchemaChecks(stage, StructType.fromDDL("id long, x array<float>"))
                        .numbers(stage.codesCol()))
            .endsWith("Add the column in an earlier step."),
        "nothing is like it");
  }

  @Test
  void wrongTypeNamesFoundAndExpected() {
    stage.setCodesCol("x");
    assertEquals(
        """
        kind_1: column 'x': found type string; expected array<float> or vector.
        Name another column in codesCol, or cast this one.""",
        message(() -> checks().input(stage.codesCol(), ColumnType.FLOAT_ARRAY, ColumnType.VECTOR)));
  }

  @Test
  void inputMustBeOneColumn() {
    StructType twice = schema.add("Image", "string");
    String message =
        message(() -> new SchemaChecks(stage, twice).input(stage.imageCol(), ColumnType.BINARY));
    assertTrue(message.contains("found columns ['image', 'Image']"), message);
  }

  @Test
  void outputMustNotExistInAnyCase() {
    assertEquals("generated", checks().output(stage.generatedCol()));
    stage.setGeneratedCol("IMAGE");
    String message = message(() -> checks().output(stage.generatedCol()));
    assertTrue(message.contains("column 'IMAGE': found an input column named 'image'"), message);
  }

  @Test
  void existingColumnsAreReturned() {
    assertEquals("image", checks().input(stage.imageCol(), ColumnType.BINARY).name());
    assertTrue(checks().has(stage.imageCol()));
    assertFalse(checks().has(stage.codesCol()));
  }

  @Test
  void factorColumnsAreFoundByPrefixOrNamed() {
    assertEquals(List.of("factor_b", "factor_a"), stage.factorColsIn(schema));
    stage.setFactorCols("factor_a");
    assertEquals(List.of("factor_a"), stage.factorColsIn(schema));
    stage.setFactorCols("factor_a", "x");
    assertTrue(message(() -> stage.factorColsIn(schema)).contains("column 'x': found type string"));
    assertTrue(
        message(() -> new EveryKind().factorColsIn(StructType.fromDDL("a int")))
            .contains("begins with 'factor_'"));
  }

  @Test
  void typesIgnoreWhetherNullsAreAllowed() {
    assertTrue(ColumnType.FLOAT_ARRAY.matches(type("array<float>")));
    assertFalse(ColumnType.FLOAT_ARRAY.matches(type("array<double>")));
    assertTrue(ColumnType.VECTOR.matches(SQLDataTypes.VectorType()));
    assertTrue(ColumnType.IMAGE.matches(ImageSchema.columnSchema()));
    assertFalse(ColumnType.IMAGE.matches(type("struct<origin:string>")));
    assertTrue(ColumnType.NUMBER.matches(type("decimal(10,2)")));
    assertFalse(ColumnType.NUMBER.matches(type("boolean")));
    assertEquals("array<float>", ColumnType.FLOAT_ARRAY.toString());
  }

  private SchemaChecks checks() {
    return new SchemaChecks(stage, schema);
  }

  private static DataType type(String ddl) {
    return DataType.fromDDL(ddl);
  }

  private static String message(Executable action) {
    return assertThrows(InvalidInputException.class, action).getMessage();
  }
}
