package org.disentangle.model;

import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.disentangle.latent.Seeds;
import org.disentangle.stage.InputErrors;

/** Unspecified codes from their prior, by the ids of rows. */
record StyleSampling(StyleContentModel model) {

  Dataset<Row> of(Dataset<?> rows, String idCol) {
    StructField id = IdColumn.field(model, rows.schema(), idCol);
    StyleContentColumns columns = new StyleContentColumns(model);
    Dataset<Row> specified = columns.encoded(rows, model.getImageCol(), true, false);
    int index = specified.schema().fieldIndex(id.name());
    int length = model.unspecifiedDim();
    long seed = model.getSeed();
    InputErrors errors = InputErrors.of(model);
    return columns.decoded(
        MappedRows.each(
            specified,
            row ->
                AppendedCells.of(row, drawn(seed, IdColumn.of(row, index, idCol, errors), length)),
            columns.withUnspecified(specified.schema())));
  }

  private static float[] drawn(long seed, long id, int length) {
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, id));
    float[] code = new float[length];
    for (int i = 0; i < length; i++) {
      code[i] = (float) random.nextGaussian();
    }
    return code;
  }
}
