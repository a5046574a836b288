#!/usr/bin/env bash
# Spark 3.5.7 (Hadoop 3.3.4) on local files, without Hadoop's native library, which neither pip nor Maven
# installs: a process per file.
#
# Writing a Parquet set of n files starts 3 n + 6 processes `chmod`: two for a file and one for the file of
# its checksum or its folder. Reading starts none. Nothing logs it, and a profiler of Java code does not show
# it, since the time passes in the kernel and in other processes. Many small files, such as saved models, are
# slow for it on a laptop and in tests. No setting of Spark changes it; `spark.hadoop.fs.file.impl` can name
# a file system that asks Java instead.
#
# Exit code 0: seen again. 1: something changed.
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
      <groupId>org.apache.spark</groupId><artifactId>spark-sql_2.12</artifactId><version>3.5.7</version>
    </dependency>
  </dependencies>
</project>
POM
cat > Probe.java <<'JAVA'
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;
import org.apache.spark.sql.SparkSession;

public class Probe {
  static final Map<String, AtomicInteger> STARTED = new ConcurrentHashMap<>();

  static void show(String what) throws Exception {
    Thread.sleep(3000); // events come in once a second
    StringBuilder line = new StringBuilder(what + ":");
    new TreeMap<>(STARTED).forEach((name, count) -> line.append(" " + count + " " + name));
    System.out.println(STARTED.isEmpty() ? what + ": no process" : line);
    STARTED.clear();
  }

  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false").getOrCreate();
    spark.range(8).count();
    spark.range(8).write().parquet("warm");
    try (RecordingStream events = new RecordingStream()) {
      events.enable("jdk.ProcessStart");
      events.onEvent(
          "jdk.ProcessStart",
          event ->
              STARTED
                  .computeIfAbsent(event.getString("command").split(" ")[0], n -> new AtomicInteger())
                  .incrementAndGet());
      events.startAsync();
      show("before");
      for (int files : new int[] {1, 8, 64}) {
        spark.range(10_000).repartition(files).write().parquet("set" + files);
        show("writing " + files);
      }
      spark.read().parquet("set64").count();
      show("reading 64");
    }
    spark.stop();
  }
}
JAVA
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=jars >/dev/null
opens=(java.base/java.lang java.base/java.util java.base/java.nio java.base/sun.nio.ch java.base/java.lang.invoke
  java.base/java.util.concurrent java.base/java.net java.base/java.io java.base/sun.security.action)
java $(printf -- '--add-opens %s=ALL-UNNAMED ' "${opens[@]}") -cp 'jars/*' Probe.java 2>/dev/null > seen
cat seen
cat > expected <<'SEEN'
writing 1: 9 chmod
writing 8: 30 chmod
writing 64: 198 chmod
reading 64: no process
SEEN
# once in a while Hadoop asks for the size of pages
sed -E '/^before/d; s/ [0-9]+ getconf//' seen | diff expected - && echo "as found with Spark 3.5.7, Hadoop 3.3.4, Java 17"
