// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code metrics}: tables in, numbers, JSON and figures out, and what it refuses. */
class MetricsCommandTest {

  private static final String QUICK = "factor_vae,mig,dhsic,dci_lasso";
  private static final String HINT = "scored on the rows they were trained on";

  @TempDir static Path folder;

  private static Path table;
  private static Path parquet;

  @BeforeAll
  static void writeTables() throws IOException {
    table =
        csv(
            "table.csv.gz",
            row ->
                String.format(
                    Locale.ROOT, "%d,%d,%s,%d", row % 3, row % 4, row % 3 + 0.5, row % 4));
    parquet = folder.resolve("table.parquet");
    SharedSpark.session()
        .range(0, 240, 1, 2)
        .selectExpr(
            "id % 3 as a",
            "id % 4 as b", "7 as c", "true as d", "array(id % 3 + 0.5D, id % 4D) as codes")
        .write()
        .parquet(parquet.toString());
  }

  @Test
  void printsAndWritesTheSameValues() throws IOException {
    Path json = folder.resolve("scores.json");
    CommandRun run = success("--table %s --metric %s --json %s", table, QUICK, json);
    JsonNode written = new ObjectMapper().readTree(json.toFile());
    assertEquals(5, written.size(), written::toString);
    assertEquals(1.0, written.get("factor_vae").asDouble());
    written
        .fields()
        .forEachRemaining(
            field ->
                assertTrue(
                    run.out()
                        .contains(
                            String.format(
                                Locale.ROOT, "%.6f", Math.abs(field.getValue().asDouble()))),
                    run::out));
    assertTrue(run.out().contains("written: " + json), run::out);
    assertFalse(run.err().contains(HINT), run::err);
  }

  @Test
  void scoresOnTheRowsThatModelsWereFittedToAreMentioned() {
    assertTrue(success("--table %s --metric explicitness", table).err().contains(HINT));
    CommandRun held = success("--table %s --test %s --metric explicitness", table, table);
    assertFalse(held.err().contains(HINT), held::err);
  }

  @Test
  void drawsTheMatrices() throws IOException {
    Path plots = folder.resolve("plots");
    success("--table %s --metric %s --plots %s", table, QUICK, plots);
    for (String name : List.of("factor_vae_votes", "mutual_information", "dci_lasso")) {
      assertTrue(ImageIO.read(plots.resolve(name + ".png").toFile()).getWidth() > 200, name);
    }
  }

  @Test
  void columnsAreNamedByPatterns() {
    CommandRun all =
        success(
            "--table %s --factors a,b --codes codes --metric mig,dhsic --without dhsic", parquet);
    assertTrue(all.out().startsWith("mig  "), all::out);
    assertFalse(all.out().contains("dhsic"), all::out);
    CommandRun csv = success("--table %s --factors factor_0 --codes *_1 --metric mig", table);
    assertTrue(csv.out().contains("mig"), csv::out);
  }

  @Test
  void quotationMarksBelongToNamesUnlessTheyAreThoseOfCsv() throws IOException {
    String rows = "\n0,0.5\n1,1.5\n0,0.25\n1,2\n";
    Path quoted = Files.writeString(folder.resolve("q.csv"), "\"factor_a\",\"code_0\"" + rows);
    success("--table %s --metric mig", quoted);
    for (String header :
        List.of("'factor_a','code_0'", "factor_a, \"code_0\"", "factor_a, code_0")) {
      Files.writeString(quoted, header + rows);
      CommandRun run = CommandRun.of("metrics --table %s --metric mig", quoted);
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("blanks or quotation marks: write it plain"), run::err);
    }
  }

  @Test
  void factorsOfOneValueAreLeftOutAloudUnlessNamed() throws IOException {
    Path constant =
        csv(
            "constant.csv",
            row -> String.format(Locale.ROOT, "%d,9,%d,%d", row % 3, row % 3, row % 5));
    CommandRun run = success("--table %s --metric mig", constant);
    assertTrue(run.err().contains("Left out, as they have one value: factor_1"), run::err);
    CommandRun named = CommandRun.of("metrics --table %s --factors factor_0,factor_1", constant);
    assertEquals(2, named.exitCode());
    assertTrue(named.err().contains("column 'factor_1': found one value in all rows"), named::err);
    assertTrue(named.err().contains("name the others in --factors."), named::err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--table missing.csv|file missing.csv: found nothing",
        "--table TABLE --metric mog|metric: found 'mog'; expected all, or some of factor_vae",
        "--table TABLE --codes z*|expected columns of codes, which match [z*]",
        "--table TABLE --factors f*x|found no column that matches f*x; expected columns of factors",
        "--table MIXED --metric mig|found factor_0 of type string; expected numbers in every column of factors",
        "--table PARQUET --metric mig|no column that matches factor_*",
        "--table PARQUET --codes d --metric dhsic|found d of type boolean; expected numbers, or arrays",
        "--table TABLE --bins 1|parameter --bins: found 1",
        "--table TEXT|file TEXT: found 'x' in column code_0",
        "--table GAPS|column 'codes': found null or NaN",
        "--table CONTINUOUS --metric factorVae|found a different value in each of 240 rows",
        "--table CONTINUOUS --metric mig|column 'factor_0': found a different value in each of 240 rows",
        "--table TABLE --json TABLE|expected a place apart from --table",
      })
  void refusesBadInput(String options, String message) throws IOException {
    Path text =
        csv(
            "text.csv",
            row ->
                String.format(
                    Locale.ROOT, "%d,%d,%s,%d", row % 3, row % 4, row == 7 ? "x" : row, row));
    Path mixed =
        csv("mixed.csv", row -> String.format(Locale.ROOT, "a%d,%d,%d,%d", row % 3, row, row, row));
    Path gaps =
        csv(
            "gaps.csv",
            row ->
                String.format(
                    Locale.ROOT, "%d,%d,%s,%d", row % 3, row % 4, row == 7 ? "" : row, row));
    Path continuous =
        csv(
            "continuous.csv",
            row -> String.format(Locale.ROOT, "%d,%d,%d,%d", row, row % 4, row, row));
    CommandRun run =
        CommandRun.of(
            "metrics "
                + options
                    .replace("TABLE", table.toString())
                    .replace("MIXED", mixed.toString())
                    .replace("PARQUET", parquet.toString())
                    .replace("TEXT", text.toString())
                    .replace("GAPS", gaps.toString())
                    .replace("CONTINUOUS", continuous.toString()));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(message.replace("TEXT", text.toString())), run::err);
    assertEquals("", run.out());
  }

  @Tag("train")
  @Test
  void benchMeasuresAReport() {
    CommandRun run = CommandRun.of("bench metrics --rows 3000 --codes 3");
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("3000 rows, 3 codes, 5 factors"), run::out);
  }

  private static CommandRun success(String format, Object... values) {
    return CommandRun.success("metrics " + format, values);
  }

  /** 240 rows of two factors and two codes. */
  private static Path csv(String name, IntFunction<String> rows) throws IOException {
    Path file = folder.resolve(name);
    try (PrintStream out =
        new PrintStream(
            name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file),
            false,
            StandardCharsets.UTF_8)) {
      out.println("factor_0,factor_1,code_0,code_1");
      for (int row = 0; row < 240; row++) {
        out.println(rows.apply(row));
      }
    }
    return file;
  }
}
