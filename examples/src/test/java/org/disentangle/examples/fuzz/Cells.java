// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;

/**
 * A column that stages read.
 *
 * @param fitting the cell of each row as it should be
 * @param other cells of the same type that may not fit
 */
record Cells(StructField field, IntFunction<Object> fitting, Arbitrary<Object> other) {

  private static final ImageShape SHAPE = EveryStage.SHAPE;

  private static final List<Function<List<Object>, Object>> ARRAY_FORMS =
      List.of(Cells::floats, numbers -> numbers, Cells::dense);

  /** Images in every format; arrays and vectors with metadata that tell their shape. */
  static List<Cells> images() {
    List<Cells> images =
        new ArrayList<>(arrays("image", SHAPE.size(), Cells::pixel, ImageColumns.metadata(SHAPE)));
    images.remove(1); // of doubles, which is no image format
    images.add(
        new Cells(
            field("image", ImageSchema.columnSchema().asNullable(), Metadata.empty()),
            row -> struct(row, 32, 32, 1, 0, SHAPE.size()),
            structs()));
    for (String format : List.of("png", "jpg")) {
      images.add(
          new Cells(
              field("image", DataTypes.BinaryType, Metadata.empty()),
              row -> picture(row, format),
              pictures(format)));
    }
    return images;
  }

  /** Arrays of floats and of doubles, and vectors. */
  static List<Cells> arrays(String name, int width, Value value) {
    return arrays(name, width, value, Metadata.empty());
  }

  private static List<Cells> arrays(String name, int width, Value value, Metadata metadata) {
    IntFunction<List<Object>> fitting =
        row -> IntStream.range(0, width).mapToObj(i -> (Object) value.of(row, i)).toList();
    Arbitrary<List<Object>> other = changed(fitting.apply(0));
    List<DataType> types =
        List.of(
            DataTypes.createArrayType(DataTypes.FloatType),
            DataTypes.createArrayType(DataTypes.DoubleType),
            SQLDataTypes.VectorType());
    return IntStream.range(0, types.size())
        .mapToObj(
            i ->
                new Cells(
                    field(name, types.get(i), metadata),
                    row -> ARRAY_FORMS.get(i).apply(fitting.apply(row)),
                    Arbitraries.oneOf(
                            i < 2
                                ? other.map(ARRAY_FORMS.get(i)::apply)
                                : Arbitraries.oneOf(
                                    other.map(Cells::dense), other.map(Cells::sparse)),
                            Arbitraries.just(i < 2 ? List.of() : Vectors.zeros(0)))
                        .injectNull(0.2)))
        .toList();
  }

  /** The values of arrays that fit. */
  interface Value {
    double of(int row, int position);
  }

  private static double pixel(int row, int position) {
    return (row * 31 + position) % 7 / 7.0;
  }

  static Cells numbers(String name, DataType type, IntFunction<Object> fitting, Object... other) {
    return new Cells(
        field(name, type, Metadata.empty()), fitting, Arbitraries.of(other).injectNull(0.3));
  }

  private static StructField field(String name, DataType type, Metadata metadata) {
    return DataTypes.createStructField(name, type, true, metadata);
  }

  /** One value changed, one too few or too many, or all equal. */
  private static Arbitrary<List<Object>> changed(List<Object> fitting) {
    int size = fitting.size();
    Arbitrary<Object> value =
        Arbitraries.<Object>of(
                Double.NaN, Double.POSITIVE_INFINITY, -1e300, -1.0, -0.01, 0.0, 1.001, 1e9)
            .injectNull(0.2);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.integers().between(0, size - 1), value)
            .as(
                (place, other) -> {
                  List<Object> copy = new ArrayList<>(fitting);
                  copy.set(place, other);
                  return copy;
                }),
        Arbitraries.of(size - 1, size + 1, 2 * size, 1)
            .map(length -> new ArrayList<>(Collections.nCopies(length, (Object) 0.5))),
        value.map(all -> new ArrayList<>(Collections.nCopies(size, all))));
  }

  private static Object floats(List<Object> numbers) {
    return numbers.stream()
        .map(number -> number == null ? null : ((Double) number).floatValue())
        .toList();
  }

  private static double[] doubles(List<Object> numbers) {
    return numbers.stream().mapToDouble(n -> n == null ? Double.NaN : (Double) n).toArray();
  }

  private static Object dense(List<Object> numbers) {
    return Vectors.dense(doubles(numbers));
  }

  private static Object sparse(List<Object> numbers) {
    return Vectors.dense(doubles(numbers)).toSparse();
  }

  private static Object struct(int row, int height, int width, int channels, int mode, int bytes) {
    return RowFactory.create("", height, width, channels, mode, bytes(row, bytes));
  }

  private static byte[] bytes(int row, int length) {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (255 * pixel(row, i));
    }
    return data;
  }

  private static Arbitrary<Object> structs() {
    Arbitrary<Integer> sizes = Arbitraries.of(31, 33, 64, 0, -1, 1 << 16, Integer.MAX_VALUE);
    Arbitrary<Object> lacking =
        Arbitraries.integers()
            .between(0, 5)
            .map(
                place -> {
                  Object[] fields = {"file", 32, 32, 1, 0, bytes(0, SHAPE.size())};
                  fields[place] = null;
                  return RowFactory.create(fields);
                });
    return Arbitraries.oneOf(
            lacking,
            sizes.map(height -> struct(0, height, 32, 1, 0, SHAPE.size())),
            sizes.map(width -> struct(0, 32, width, 1, 0, SHAPE.size())),
            sizes.map(both -> struct(0, both, both, 1, 0, SHAPE.size())),
            Arbitraries.of(0, 2, 3, 4, -1).map(n -> struct(0, 32, 32, n, 0, SHAPE.size())),
            Arbitraries.of(16, 24, 5, -1).map(mode -> struct(0, 32, 32, 1, mode, SHAPE.size())),
            Arbitraries.of(3 * SHAPE.size(), 0).map(n -> struct(0, 32, 32, 3, 16, n)),
            Arbitraries.of(0, 1, 1023, 1025).map(length -> struct(0, 32, 32, 1, 0, length)))
        .injectNull(0.1);
  }

  private static byte[] picture(int row, String format) {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 32, 32, bytes(row, SHAPE.size()));
    return encoded(image, format);
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Arbitrary<Object> pictures(String format) {
    byte[] whole = picture(0, format);
    return Arbitraries.oneOf(
            Damage.any().map(damage -> (Object) damage.of(whole)),
            Damage.any().map(damage -> (Object) damage.of(whole)),
            Arbitraries.of(0, 1, 8, 1024).map(length -> (Object) bytes(0, length)),
            Arbitraries.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY)
                .map(type -> (Object) encoded(new BufferedImage(40, 32, type), format)))
        .injectNull(0.1);
  }
}
