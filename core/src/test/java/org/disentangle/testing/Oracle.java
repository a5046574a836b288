// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.junit.jupiter.api.DynamicTest;

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

  private static final String FOLDER = "oracle.dir";
  private static final Map<String, LabelledCodes> LABELLED = new ConcurrentHashMap<>();

  private Oracle() {}

  /** The metrics that have cases. */
  public static Set<String> metrics() {
    return all("cases.json")
        .map(one -> one.get("metric").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The cases of one metric that are pass or fail criteria. */
  public static Stream<JsonNode> cases(String metric) {
    return allCases(metric).filter(one -> !one.get("class").asText().equals("info"));
  }

  /** The cases of one metric with those that only document what an implementation does. */
  public static Stream<JsonNode> allCases(String metric) {
    return all("cases.json").filter(one -> one.get("metric").asText().equals(metric));
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

  /** A test of each case; there must be one, but in a folder that is not the project's own. */
  public static Stream<DynamicTest> tests(Stream<JsonNode> cases, Consumer<JsonNode> check) {
    List<JsonNode> all = cases.toList();
    assertTrue(isReplaced() || !all.isEmpty(), "no cases");
    return all.stream()
        .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check.accept(one)));
  }

  /** Tests of small matrices with known results. */
  public static Stream<DynamicTest> matrixTests(Consumer<JsonNode> check) {
    return all("matrices.json")
        .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> check.accept(one)));
  }

  /** The training rows of the sample of a case. */
  public static LabelledCodes train(JsonNode one) {
    String file = "data/" + one.get("sample").asText() + "_train.csv.gz";
    return labelled(one.at("/files/train").asText(file));
  }

  /** The training and test rows of the sample of a case. */
  public static TrainTest trainTest(JsonNode one) {
    return new TrainTest(train(one), labelled(one.at("/files/test").asText()));
  }

  /** Checks a number, vector or matrix against the expected value of a case. */
  public static void check(JsonNode one, Object found) {
    check(one.get("id").asText(), one.get("expected"), found, one.get("abs_tol").asDouble());
  }

  /** Checks one of the details of a case, if it has that. */
  public static void checkDetail(JsonNode one, String name, Object found) {
    JsonNode expected = one.path("details").path(name);
    if (!expected.isMissingNode()) {
      check(one.get("id").asText() + " " + name, expected, found, 1e-9);
    }
  }

  /** The same as {@link #check(JsonNode, Object)} for any expected value. */
  public static void check(String what, JsonNode expected, Object found, double tolerance) {
    if (expected.isArray()) {
      assertEquals(expected.size(), Array.getLength(found), what + ", length");
      for (int i = 0; i < expected.size(); i++) {
        check(what + "[" + i + "]", expected.get(i), Array.get(found, i), tolerance);
      }
    } else {
      assertEquals(expected.asDouble(), ((Number) found).doubleValue(), tolerance, what);
    }
  }

  /** A matrix of numbers. */
  public static double[][] matrix(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(row -> StreamSupport.stream(row.spliterator(), false))
        .map(row -> row.mapToDouble(JsonNode::asDouble).toArray())
        .toArray(double[][]::new);
  }

  /** A file of codes and factors, by its path in the folder. */
  private static LabelledCodes labelled(String file) {
    return LABELLED.computeIfAbsent(file, Oracle::read);
  }

  private static LabelledCodes read(String file) {
    Table table = table(file);
    int[][] factors =
        Arrays.stream(table.columns("factor_"))
            .map(row -> Arrays.stream(row).mapToInt(value -> (int) value).toArray())
            .toArray(int[][]::new);
    return LabelledCodes.of(table.columns("code_"), factors);
  }

  private static Stream<JsonNode> all(String file) {
    return StreamSupport.stream(json(file).spliterator(), false);
  }

  private static Path folder() {
    return isReplaced()
        ? Path.of(System.getProperty(FOLDER))
        : SharedSpark.testData().resolve("oracle");
  }

  private static boolean isReplaced() {
    return System.getProperty(FOLDER) != null;
  }
}
