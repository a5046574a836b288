// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scala.collection.JavaConverters;

/** Whatever an earlier version saved is loaded, with its values, and computes what it did. */
@Tag("contract")
class SavedStagesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path FORMATS = SharedSpark.testData().resolve("models");
  private static final Path CURRENT = FORMATS.resolve("format-1");
  private static final String OUTPUT = "output";

  /** Processors round sums of products differently. */
  private static final double TOLERANCE = 1e-4;

  @Test
  void everyStageIsSavedInTheCurrentFormat() throws IOException {
    Set<String> expected = new TreeSet<>(List.of("Pipeline", "PipelineModel", OUTPUT));
    PublicStages.names().forEach(name -> expected.add(name.substring(name.lastIndexOf('.') + 1)));
    Set<String> found = new TreeSet<>();
    folders(CURRENT).forEach(folder -> found.add(folder.getFileName().toString()));
    assertEquals(expected, found);
  }

  @TestFactory
  List<DynamicTest> everySavedStageIsLoaded() throws IOException {
    SharedSpark.session();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path format : folders(FORMATS)) {
      for (Path stage : folders(format)) {
        if (!stage.endsWith(OUTPUT)) {
          tests.add(dynamicTest(FORMATS.relativize(stage).toString(), () -> checkLoaded(stage)));
        }
      }
    }
    return tests;
  }

  private static void checkLoaded(Path folder) throws Exception {
    JsonNode saved;
    try (Stream<Path> parts = Files.list(folder.resolve("metadata"))) {
      Path part =
          parts
              .filter(path -> path.getFileName().toString().startsWith("part-"))
              .findFirst()
              .orElseThrow();
      saved = MAPPER.readTree(Files.readString(part));
    }
    Params stage = load(saved.get("class").asText(), folder);
    assertEquals(saved.get("uid").asText(), stage.uid());
    for (Map.Entry<String, JsonNode> value : saved.get("paramMap").properties()) {
      JsonNode loaded =
          value.getKey().equals("stageUids")
              ? MAPPER.valueToTree(stageUids(stage))
              : json(stage, stage.getParam(value.getKey()));
      assertEquals(value.getValue(), loaded, value.getKey());
    }
    Path output = folder.resolveSibling(OUTPUT).resolve(folder.getFileName());
    if (Files.isDirectory(output)) {
      Dataset<Row> expected = SharedSpark.session().read().parquet(output.toString()).sort("id");
      compare((Transformer) stage, expected, folder.toString());
    }
  }

  /**
   * Noise follows from every bit of the codes: where these were inferred, images are compared that
   * are made from the saved codes.
   */
  private static void compare(Transformer stage, Dataset<Row> expected, String where) {
    Dataset<Row> actual = SavedStages.output(stage);
    List<String> columns = List.of(expected.columns());
    if (columns.equals(List.of("id", "codes", "generated"))) {
      assertClose(
          expected.select("id", "codes").collectAsList(),
          actual.select("id", "codes").collectAsList(),
          where);
      actual = stage.transform(expected.select("id", "codes"));
    }
    assertClose(expected.collectAsList(), actual.collectAsList(), where);
  }

  private static Params load(String type, Path folder) throws ReflectiveOperationException {
    return (Params)
        Class.forName(type).getMethod("load", String.class).invoke(null, folder.toString());
  }

  private static List<String> stageUids(Params pipeline) {
    PipelineStage[] stages =
        pipeline instanceof PipelineModel model
            ? model.stages()
            : ((Pipeline) pipeline).getStages();
    return Stream.of(stages).map(PipelineStage::uid).toList();
  }

  private static <T> JsonNode json(Params stage, Param<T> param) throws IOException {
    return MAPPER.readTree(param.jsonEncode(stage.getOrDefault(param)));
  }

  private static void assertClose(Object expected, Object actual, String where) {
    if (expected instanceof Row row) {
      assertClose(JavaConverters.seqAsJavaList(row.toSeq()), values((Row) actual), where);
    } else if (expected instanceof scala.collection.Seq<?> sequence) {
      assertClose(
          JavaConverters.seqAsJavaList(sequence),
          JavaConverters.seqAsJavaList((scala.collection.Seq<?>) actual),
          where);
    } else if (expected instanceof List<?> list) {
      assertEquals(list.size(), ((List<?>) actual).size(), where);
      for (int i = 0; i < list.size(); i++) {
        assertClose(list.get(i), ((List<?>) actual).get(i), where);
      }
    } else if (expected instanceof Vector vector) {
      assertArrayEquals(vector.toArray(), ((Vector) actual).toArray(), TOLERANCE, where);
    } else if (expected instanceof Number number) {
      assertEquals(number.doubleValue(), ((Number) actual).doubleValue(), TOLERANCE, where);
    } else {
      assertEquals(expected, actual, where);
    }
  }

  private static List<Object> values(Row row) {
    return JavaConverters.seqAsJavaList(row.toSeq());
  }

  private static List<Path> folders(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      List<Path> folders = children.filter(Files::isDirectory).sorted().toList();
      assertTrue(!folders.isEmpty(), path.toString());
      return folders;
    }
  }
}
