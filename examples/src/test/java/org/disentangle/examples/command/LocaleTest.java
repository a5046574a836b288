// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.disentangle.examples.Main;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelFingerprint;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written under one locale is read under every other, and is the same. */
@Tag("cluster")
class LocaleTest {

  private static final String TRAIN =
      "train --data dsprites:imageSize=32,factors=scale+posX+posY,scale=1+5,posX=0:31:8,posY=0:31:8"
          + " --preset small32 --num-codes 3 --batch-size 8 --averaging-frequency 2 --cr-start 1"
          + " --checkpoint-interval 2";

  private static final Locale OWN = Locale.getDefault();

  @TempDir static Path folder;

  /** Everything once under English. */
  @BeforeAll
  static void inEnglish() throws IOException {
    Locale.setDefault(Locale.ENGLISH);
    Files.writeString(
        path("t.csv"), "factor_a,code_0,code_1\n0,0.5,1\n1,1234.5,0\n0,0.25,1\n1,2000,0\n");
    success("%s --max-iter 4 --losses %s --out %s", TRAIN, path("whole.png"), path("whole"));
    success("%s --max-iter 2 --keep-checkpoints --out %s", TRAIN, path("half"));
    success(generate("set"));
    success(metrics("en"));
    Locale.setDefault(OWN);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(OWN);
  }

  private static Path path(String name) {
    return folder.resolve(name);
  }

  private static String generate(String set) {
    return String.format(
        Locale.ROOT,
        "generate --model %s --count 6 --rows-per-file 3 --codes balanced --bins 3 --seed 5 --resume --out %s",
        path("whole"),
        path(set));
  }

  private static String metrics(String plots) {
    return String.format(
        Locale.ROOT, "metrics --table %s --metric mig --plots %s", path("t.csv"), path(plots));
  }

  /** The commands of a process with Arabic digits, and then English again. */
  @Test
  void thereAndBack() throws Exception {
    cut("set");
    Path lines =
        Files.write(
            path("lines.txt"),
            List.of(
                String.format(
                    Locale.ROOT,
                    "%s --max-iter 4 --resume --overwrite --losses %s --out %s",
                    TRAIN,
                    path("half.png"),
                    path("half")),
                String.format(
                    Locale.ROOT,
                    "%s --max-iter 2 --keep-checkpoints --out %s",
                    TRAIN,
                    path("back")),
                generate("set"),
                generate("arabic"),
                metrics("ar")));
    ProcessBuilder child = ChildJvm.of(CommandLines.class, "1g", lines.toString());
    arabic(child, "C.UTF-8");
    success("%s --max-iter 4 --resume --overwrite --out %s", TRAIN, path("back"));
    InfoGanCrModel whole = InfoGanCrModel.load(path("whole").toString());
    for (String other : List.of("half", "back")) {
      InfoGanCrModel resumed = InfoGanCrModel.load(path(other).toString());
      assertEquals(whole.data().state(), resumed.data().state());
      assertEquals(ModelFingerprint.of(whole), ModelFingerprint.of(resumed));
    }
    assertArrayEquals(Files.readAllBytes(path("whole.png")), Files.readAllBytes(path("half.png")));
    success(generate("arabic"));
    assertEquals(card("set"), card("arabic"));
    assertSameFiles("en", "ar");
  }

  /** In the locale C names of files have no Arabic digits, with which Spark would name its own. */
  @Test
  void theCommandLineUnderArabicAndTheLocaleC() throws Exception {
    success("%s --max-iter 2 --keep-checkpoints --out %s", TRAIN, path("begun"));
    String rest =
        String.format(
            Locale.ROOT, "%s --max-iter 4 --resume --overwrite --out %s", TRAIN, path("begun"));
    arabic(ChildJvm.of(Main.class, "1g", rest.split(" ")), "C");
    assertEquals(
        InfoGanCrModel.load(path("whole").toString()).data().state(),
        InfoGanCrModel.load(path("begun").toString()).data().state());
  }

  private static void arabic(ProcessBuilder child, String charset) throws Exception {
    child.command().addAll(1, List.of("-Duser.language=ar", "-Duser.country=EG"));
    child.environment().put("LC_ALL", charset);
    Process process = ChildJvm.start(child, path("log.txt"));
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(path("log.txt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "hi-IN-u-nu-deva", "tr", "de"})
  void sameFilesUnderEveryLocale(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    success(metrics(tag));
    assertSameFiles("en", tag);
    cut("set");
    success(generate("set"));
    success(generate("set-" + tag));
    assertEquals(card("set"), card("set-" + tag));
  }

  /** Removes the card and a file of rows, as a job that died would not have written them. */
  private static void cut(String set) throws IOException {
    Files.delete(path(set + "-card").resolve("card.json"));
    Files.delete(path(set).resolve("rows-000000000003-000000000005.parquet"));
  }

  /** The card without the time when it was written. */
  private static ObjectNode card(String set) throws IOException {
    ObjectNode card =
        (ObjectNode) new ObjectMapper().readTree(path(set + "-card").resolve("card.json").toFile());
    card.remove("date");
    return card;
  }

  private static void assertSameFiles(String expected, String found) throws IOException {
    try (Stream<Path> files = Files.list(path(expected))) {
      List<Path> all = files.toList();
      assertTrue(!all.isEmpty());
      for (Path file : all) {
        assertArrayEquals(
            Files.readAllBytes(file),
            Files.readAllBytes(path(found).resolve(file.getFileName())),
            file.toString());
      }
    }
  }

  /** The letters reach Java as bytes of UTF-8, whatever the character set of this process. */
  @Test
  void lettersThatJavaCannotReadAreRefused() throws Exception {
    ProcessBuilder child = ChildJvm.of(Main.class, "200m", "generate", "--names");
    child
        .command()
        .addAll(
            0, List.of("sh", "-c", "exec \"$@\" \"$(printf 'gr\\303\\266\\303\\237e')\"", "sh"));
    child.environment().put("LC_ALL", "C");
    Process process = ChildJvm.start(child, path("c.txt"));
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    List<String> said = Files.readAllLines(path("c.txt"));
    assertEquals(2, process.exitValue(), said.toString());
    assertEquals(2, said.size(), said.toString());
    assertTrue(said.get(1).contains("LC_ALL=C.UTF-8"), said.toString());
  }
}
