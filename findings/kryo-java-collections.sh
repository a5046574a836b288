#!/usr/bin/env bash
# Spark 3.5.7 with spark.serializer=KryoSerializer on Java 17: the immutable collections of the JDK.
#
# List.of(...), Map.of(...), Set.of(...) and Stream.toList() are serialised without complaint (they pass
# for ordinary collections), and fail only where they are read: "UnsupportedOperationException" without
# a message, in another task or JVM, because Kryo 4 fills an empty collection of the same class by add or
# put. A record fails at once, when its serialiser is made. ArrayList, Arrays.asList, Optional and the
# wrappers of Collections come back whole. So code that returns List.of(...) from a mapped partition works
# with Spark's default serialiser and breaks when a user switches to Kryo, as many tuning guides advise.
#
# Exit code 0: all of this was seen again. 1: something changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.spark</groupId><artifactId>spark-core_2.12</artifactId><version>3.5.7</version>
    </dependency>
  </dependencies>
</project>
POM
cat > Probe.java <<'JAVA'
import java.nio.ByteBuffer;
import java.util.*;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.*;
import scala.reflect.ClassTag$;

public class Probe {
  record Point(double x, double y) {}

  static void trip(String what, Object value) {
    SerializerInstance kryo = new KryoSerializer(new SparkConf(false)).newInstance();
    ByteBuffer bytes;
    try {
      bytes = kryo.serialize(value, ClassTag$.MODULE$.Any());
    } catch (Throwable e) {
      System.out.println(what + ": refused when written, " + e.getClass().getSimpleName());
      return;
    }
    try {
      Object back = kryo.deserialize(bytes, ClassTag$.MODULE$.Any());
      System.out.println(what + ": " + (back.equals(value) ? "comes back" : "comes back changed"));
    } catch (Throwable e) {
      System.out.println(what + ": written, cannot be read, " + e.getClass().getSimpleName());
    }
  }

  public static void main(String[] arguments) {
    trip("List.of", List.of(1, 2, 3));
    trip("Stream.toList", Stream.of(1, 2, 3).toList());
    trip("Map.of", Map.of(1, 2));
    trip("Set.of", Set.of(1, 2, 3));
    trip("record", new Point(1, 2));
    trip("ArrayList", new ArrayList<>(List.of(1, 2, 3)));
    trip("Arrays.asList", Arrays.asList(1, 2, 3));
    trip("Optional", Optional.of(1));
    trip("unmodifiableList", Collections.unmodifiableList(new ArrayList<>(List.of(1, 2))));
  }
}
JAVA
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=jars >/dev/null
opens=(java.base/java.lang java.base/java.util java.base/java.nio java.base/sun.nio.ch java.base/java.lang.invoke
  java.base/java.util.concurrent java.base/java.net java.base/java.io)
java $(printf -- '--add-opens %s=ALL-UNNAMED ' "${opens[@]}") -cp 'jars/*' Probe.java 2>/dev/null > seen
cat seen
cat > expected <<'SEEN'
List.of: written, cannot be read, UnsupportedOperationException
Stream.toList: written, cannot be read, UnsupportedOperationException
Map.of: written, cannot be read, UnsupportedOperationException
Set.of: written, cannot be read, UnsupportedOperationException
record: refused when written, IllegalArgumentException
ArrayList: comes back
Arrays.asList: comes back
Optional: comes back
unmodifiableList: comes back
SEEN
diff expected seen && echo "as found with Spark 3.5.7, Kryo 4.0.2, Java 17"
