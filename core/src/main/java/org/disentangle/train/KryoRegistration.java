package org.disentangle.train;

import com.esotericsoftware.kryo.Kryo;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;

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
 * <p>Classes of Spark's own that Spark does not register, such as those of rows, are not named
 * here: an application adds those that its jobs need. Without registrationRequired nothing has to
 * be set.
 */
public final class KryoRegistration implements KryoRegistrator {

  /** Of modules above this one; those that are not on the class path never cross. */
  private static final List<String> ABOVE = List.of("org.disentangle.selection.CrossNetworks");

  private static final List<Class<?>> CLASSES =
      List.of(
          PackedImages.class,
          PackedImages[].class,
          PixelEncoding.class,
          PixelEncoding[].class,
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
    for (String name : ABOVE) {
      try {
        kryo.register(Class.forName(name, false, kryo.getClassLoader()));
      } catch (ClassNotFoundException absent) {
        continue;
      }
    }
  }
}
