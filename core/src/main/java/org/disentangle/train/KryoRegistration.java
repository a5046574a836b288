// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.net.StateArrays;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.PackedImages;
import org.disentangle.train.shard.PixelEncoding;

/**
 * Registers the classes that this library lets Spark serialise, for applications with {@code
 * spark.kryo.registrationRequired}:
 *
 * <pre>
 * spark.serializer                  org.apache.spark.serializer.KryoSerializer
 * spark.kryo.registrationRequired   true
 * spark.kryo.registrator            org.disentangle.train.KryoRegistration
 * </pre>
 *
 * <p>Rows of images and codes cross too, with their schema: Spark's classes of rows and of simple
 * column types are registered, as Spark itself leaves them out. What else an application lets cross
 * it registers itself. Without registrationRequired nothing has to be set.
 */
public final class KryoRegistration implements KryoRegistrator {

  /**
   * Of modules above this one, and the column type of vectors, which training itself knows nothing
   * of; those that are not on the class path never cross.
   */
  private static final List<String> ABOVE =
      List.of("org.disentangle.selection.CrossNetworks", "org.apache.spark.ml.linalg.VectorUDT");

  /**
   * ND4J's arrays, whose values lie outside the heap, and what dl4j-spark broadcasts with them: all
   * of them write and read themselves as Java serialises.
   */
  private static final List<String> OF_ND4J =
      List.of(
          "org.nd4j.linalg.cpu.nativecpu.NDArray",
          "org.nd4j.linalg.jcublas.JCublasNDArray",
          "org.deeplearning4j.spark.api.worker.NetBroadcastTuple");

  private static final List<Class<?>> ROWS =
      List.of(
          Row[].class,
          GenericRow.class,
          GenericRowWithSchema.class,
          StructType.class,
          StructField.class,
          StructField[].class,
          ArrayType.class,
          Metadata.class);

  /** What holds the cells of an array column: by Scala 2.12 the first, by 2.13 the others. */
  private static final List<String> CELLS =
      List.of(
          "scala.collection.mutable.WrappedArray$ofRef",
          "scala.collection.mutable.ArraySeq$ofRef",
          "scala.collection.immutable.ArraySeq$ofRef");

  /** Column types that have a single instance each; its class is private to Scala. */
  private static final List<DataType> COLUMN_TYPES =
      List.of(
          DataTypes.BinaryType,
          DataTypes.BooleanType,
          DataTypes.ByteType,
          DataTypes.DateType,
          DataTypes.DoubleType,
          DataTypes.FloatType,
          DataTypes.IntegerType,
          DataTypes.LongType,
          DataTypes.ShortType,
          DataTypes.StringType,
          DataTypes.TimestampType);

  private static final List<Class<?>> CLASSES =
      List.of(
          PackedImages.class,
          PackedImages[].class,
          PixelEncoding.class,
          PixelEncoding[].class,
          StateArrays.class,
          ImageShard.class,
          ImageShard[].class,
          byte[][].class,
          int[][].class,
          int[][][].class,
          float[][].class,
          double[][].class,
          double[][][].class,
          double[][][][].class,
          Object[].class);

  /** Called by Spark. */
  public KryoRegistration() {}

  @Override
  public void registerClasses(Kryo kryo) {
    CLASSES.forEach(kryo::register);
    ROWS.forEach(kryo::register);
    COLUMN_TYPES.forEach(type -> kryo.register(type.getClass()));
    found(kryo, CELLS).forEach(kryo::register);
    found(kryo, ABOVE).forEach(kryo::register);
    found(kryo, OF_ND4J).forEach(type -> kryo.register(type, new JavaSerializer()));
  }

  private static List<Class<?>> found(Kryo kryo, List<String> names) {
    List<Class<?>> found = new ArrayList<>();
    for (String name : names) {
      try {
        found.add(Class.forName(name, false, kryo.getClassLoader()));
      } catch (ClassNotFoundException absent) {
        continue;
      }
    }
    return found;
  }
}
