#!/usr/bin/env bash
# Apache Parquet for Java 1.13.1 (what Spark 3.5 writes with): the same rows, written with the same settings on
# the same machine, are not the same file.
#
# The footer lists the encodings of each column chunk in the order of a hash set of enum constants, whose hash
# codes are identities and so differ between JVMs, and within one with what else the program hashed before. Pages,
# sizes and statistics are equal; the list is `PLAIN, RLE` in one file and `RLE, PLAIN` in the other. So a checksum
# of Parquet files does not show whether a job is reproducible: compare rows.
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
    <dependency><groupId>org.apache.parquet</groupId><artifactId>parquet-hadoop</artifactId><version>1.13.1</version></dependency>
    <dependency><groupId>org.apache.hadoop</groupId><artifactId>hadoop-client-api</artifactId><version>3.3.4</version></dependency>
    <dependency><groupId>org.apache.hadoop</groupId><artifactId>hadoop-client-runtime</artifactId><version>3.3.4</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >mvn.log 2>&1 ||
  { cat mvn.log >&2; exit 1; }
cat > Probe.java <<'JAVA'
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

public class Probe {
  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      new Object().hashCode();
    }
    MessageType schema = MessageTypeParser.parseMessageType("message row { repeated double code; }");
    try (ParquetWriter<org.apache.parquet.example.data.Group> writer =
        ExampleParquetWriter.builder(new Path(arguments[0])).withType(schema).withDictionaryEncoding(false).build()) {
      for (int i = 0; i < 100; i++) {
        writer.write(new SimpleGroupFactory(schema).newGroup().append("code", (double) i));
      }
    }
  }
}
JAVA
javac -cp "$(cat classpath)" Probe.java
for i in $(seq 12); do
  java -cp ".:$(cat classpath)" Probe "$i.parquet" "$i" 2>"$i.log" || { cat "$i.log" >&2; exit 1; }
done
sizes=$(stat -c %s ./*.parquet | sort -u | wc -l)
files=$(sha256sum ./*.parquet | cut -d' ' -f1 | sort -u | wc -l)
pages=$(for f in ./*.parquet; do head -c 400 "$f" | sha256sum; done | sort -u | wc -l)
echo "12 files of the same 100 rows: $sizes size(s), $pages beginning(s), $files content(s)"
[ "$sizes" = 1 ] && [ "$pages" = 1 ] && [ "$files" -gt 1 ]
