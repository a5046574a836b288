// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class ClassOrderTest {

  /** A model that was trained on a table may have read its images from a column of any name. */
  @Test
  void imagesAreFoundWhateverTheModelsColumnWasCalled() {
    Dataset<Row> images =
        SharedSpark.session()
            .read()
            .format("dsprites")
            .option("imageSize", 32)
            .option("sample", 30)
            .load();
    InfoGanModel model = TinyInfoGan.of(3);
    int[] usual = ClassOrder.of(model, images, "factor_shape");
    model.setImageCol("picture");
    assertArrayEquals(usual, ClassOrder.of(model, images, "factor_shape"));
    assertEquals("picture", model.getImageCol());
  }

  /** One image has one category: the others have none to stand for a class by. */
  @Test
  void categoriesThatNoImageHasComeLast() {
    Dataset<Row> images =
        SharedSpark.session()
            .read()
            .format("dsprites")
            .option("imageSize", 32)
            .option("sample", 1)
            .load();
    for (int seed = 0; seed < 4; seed++) {
      int[] order = ClassOrder.of(TinyInfoGan.of(seed), images, "factor_shape");
      Arrays.sort(order);
      assertArrayEquals(new int[] {0, 1, 2, 3}, order);
    }
  }
}
