// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpriteOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imagesize|31|an even number",
        "imageSize|128|a whole number from 16 to 64",
        "imageSize|large|a whole number from 16 to 64",
        "imageFormat|jpg|one of image, png, array, vector",
        "sample|0|a whole number from 1 to 737280",
        "sample|737281|a whole number from 1 to 737280",
        "seed|1.5|a whole number of 64 bits",
        "numPartitions|0|a whole number from 1 to 737280",
        "factors|shape,colour|different ones of shape, scale, orientation, posX, posY",
        "factors|shape,shape|different ones of shape, scale, orientation, posX, posY",
        "factors|''|different ones of shape, scale, orientation, posX, posY",
        "shape|3|different indices from 0 to 2",
        "shape|0,0|different indices from 0 to 2",
        "posX|5:1|different indices from 0 to 31",
        "posX|0:31:0|different indices from 0 to 31",
        "posX|0:32|different indices from 0 to 31",
        "posX|-1|different indices from 0 to 31",
        "posY|0,|different indices from 0 to 31",
      })
  void valuesOutOfRangeAreRefused(String option, String value, String expected) {
    String message = refusal(reader().option(option, value));
    assertTrue(
        message.toLowerCase(Locale.ROOT).contains("option " + option.toLowerCase(Locale.ROOT)),
        message);
    assertTrue(message.contains("is \"" + value + "\"; expected "), message);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void unknownOptionsAreRefused() {
    String message = refusal(reader().option("imagesSize", 64));
    assertTrue(message.contains("unknown option \"imagesSize\" = \"64\""), message);
    assertTrue(message.contains("imageFormat, imageSize, numPartitions"), message);
  }

  @Test
  void aListForAFactorThatDoesNotVaryIsRefused() {
    String message = refusal(reader().option("factors", "shape").option("posX", "0,1"));
    assertTrue(message.contains("option posX is \"0,1\""), message);
    assertTrue(message.contains("option factors leaves posX out"), message);
  }

  @Test
  void aSampleLargerThanTheChosenPicturesIsRefused() {
    String message = refusal(reader().option("factors", "shape").option("sample", 4));
    assertTrue(message.contains("from 1 to 3"), message);
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("dsprites");
  }

  private static String refusal(DataFrameReader reader) {
    String message = assertThrows(InvalidInputException.class, reader::load).getMessage();
    assertTrue(message.startsWith("dsprites: "), message);
    return message;
  }
}
