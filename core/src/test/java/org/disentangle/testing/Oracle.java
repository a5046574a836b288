package org.disentangle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * Reference values of metrics: {@code src-test-data/oracle}, or the folder in {@code oracle.dir}.
 */
public final class Oracle {

  /** A table of numbers with named columns. */
  public record Table(List<String> columns, double[][] rows) {

    public double[] column(String name) {
      int index = columns.indexOf(name);
      return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
    }

    /** The columns whose names begin with a prefix, [row][column]. */
    public double[][] columns(String prefix) {
      int[] indices =
          IntStream.range(0, columns.size())
              .filter(i -> columns.get(i).startsWith(prefix))
              .toArray();
      return Arrays.stream(rows)
          .map(row -> Arrays.stream(indices).mapToDouble(i -> row[i]).toArray())
          .toArray(double[][]::new);
    }

    /** The rows that hold a value in a column. */
    public Table where(String column, double value) {
      int index = columns.indexOf(column);
      return new Table(
          columns, Arrays.stream(rows).filter(row -> row[index] == value).toArray(double[][]::new));
    }
  }

  private Oracle() {}

  /** The cases of one metric that are pass or fail criteria. */
  public static Stream<JsonNode> cases(String metric) {
    return StreamSupport.stream(json("cases.json").spliterator(), false)
        .filter(one -> one.get("metric").asText().equals(metric))
        .filter(one -> !one.get("class").asText().equals("info"));
  }

  /** A JSON file, by its path in the folder. */
  public static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(folder().resolve(file).toFile());
    } catch (IOException e) {
      throw new IllegalStateException("No reference values in " + folder(), e);
    }
  }

  /** A gzipped CSV file with a header, by its path in the folder. */
  public static Table table(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder().resolve(file))),
                StandardCharsets.UTF_8))) {
      List<String> columns = List.of(reader.readLine().split(","));
      double[][] rows =
          reader
              .lines()
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      return new Table(columns, rows);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + folder().resolve(file), e);
    }
  }

  private static Path folder() {
    String other = System.getProperty("oracle.dir");
    return other == null ? SharedSpark.testData().resolve("oracle") : Path.of(other);
  }
}
