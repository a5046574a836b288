// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeapotOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "variant|Rotation|one of standard, rotation, light",
        "rows|0|a whole number from 1 to",
        "groups|0|a whole number from 1 to",
        "groupSize|10|no such option without option groups",
        "imageSize|31|an even number",
        "imageSize|130|a whole number from 16 to 128",
        "imageFormat|jpg|one of image, png, array, vector",
        "seed|1.5|a whole number of 64 bits",
        "numPartitions|0|a whole number from 1 to 200000",
        "red|255|a number from 0 to 1.0",
        "red|NaN|a number from 0 to 1.0",
        "elevation|90|a number from 0 to 1.57",
        "azimuth|north|a number from 0 to 6.28",
        "polar|0|variant standard has the factors azimuth, elevation, red, green, blue",
      })
  void valuesOutOfRangeAreRefused(String option, String value, String expected) {
    assertRefused(
        "teapots",
        reader().option(option, value),
        String.format(Locale.ROOT, "option %s is \"%s\"; expected ", option, value),
        expected);
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertRefused("teapots", reader().option("groups", 5).option("rows", 5), "option rows is");
    Map<String, String> all = Map.of("azimuth", "0", "polar", "0", "spin", "0");
    assertRefused(
        "teapots",
        reader().option("variant", "rotation").options(all).option("groups", 5),
        "every factor has a fixed value");
    assertRefused(
        "teapots",
        reader().option("groups", 1_000_000).option("groupSize", 10_000),
        "option groupSize is");
  }

  @Test
  void unknownOptionsAndPathsAreRefused() {
    assertRefused("teapots", reader().option("sample", 5), "unknown option \"sample\"");
    assertRefused("teapots", reader().option("path", "/data"), "without a path");
  }

  @Test
  void optionsIgnoreCase() {
    assertEquals(12, reader().option("GROUPS", 3).option("groupsize", 4).load().count());
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("teapots");
  }
}
