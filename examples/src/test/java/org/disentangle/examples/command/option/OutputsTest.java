// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.experiment.KnownExperiments;
import org.disentangle.testing.ObjectStoreFileSystem;
import org.disentangle.testing.ScratchFileSystem;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a user has is lost by an output, and outputs may lie on any file system. */
@Tag("train")
class OutputsTest {

  private static final String DATA =
      "dsprites:imageSize=32,factors=scale+posX+posY,scale=1+5,posX=0:31:4,posY=0:31:4";
  private static final String TINY =
      "--preset small32 --batch-size 8 --max-iter 2 --cr-start 1 --averaging-frequency 2";

  @TempDir static Path folder;

  /** Inputs in folders of their own: in/model, in/rows, in/table.csv, in/pictures. */
  private static Path in;

  @BeforeAll
  static void makeInputs() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    success("train --data %s %s --checkpoint-interval 0 --out %s/model", DATA, TINY, in);
    success(
        "generate --model %s/model --count 20 --codes balanced --bins 2 --folders %s/pictures --by 0 --out %s/rows",
        in, in, in);
    Files.writeString(in.resolve("table.csv"), "factor_a,code_0\n1,1\n2,2\n1,1.5\n2,2.5\n");
    try (InputStream table = KnownExperiments.class.getResourceAsStream("oogan.json")) {
      Files.copy(table, in.resolve("experiment.json"));
    }
    Files.createSymbolicLink(folder.resolve("link"), in);
    ScratchFileSystem.register(
        SharedSpark.session().sparkContext().hadoopConfiguration(),
        Files.createDirectories(folder.resolve("scratch")));
    ObjectStoreFileSystem.register(
        SharedSpark.session().sparkContext().hadoopConfiguration(),
        Files.createDirectories(folder.resolve("objects")));
  }

  private static Map<String, Long> files(Path place) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --data parquet:IN/rows --out IN/rows",
        "train --data parquet:IN/rows --out IN",
        "train --data parquet:IN/rows --out OUT --losses IN/rows/l.png",
        "train --data parquet:IN/rows --out OUT --history file:IN/rows",
        "train --data parquet:IN/rows --out OUT --checkpoint-dir IN/rows/c",
        "train --data idx:IN/table.csv --out OUT --losses IN/table.csv",
        "train --data idx:x,labels=IN/table.csv --out OUT --losses IN/table.csv",
        "train --data dsprites:path=IN/table.csv --out OUT --losses IN/table.csv",
        "train --data dsprites --out OUT --losses OUT",
        "train --data dsprites --out OUT --losses OUT/l.png",
        "train --data dsprites --out OUT --losses OUT.x --history OUT.x",
        "generate --model IN/model --out IN/model",
        "generate --model IN/model --out IN/model/../model/",
        "generate --model IN/model --out IN",
        "generate --model IN/model --out IN/model/set",
        "generate --model IN/model --out OUT --sheet IN/model/s.png",
        "generate --model IN/model --out OUT --sheet OUT",
        "generate --model IN/model --out OUT --by 0 --folders IN",
        "generate --model IN/model --out OUT --by 0 --folders OUT/f",
        "encode --model IN/model --data parquet:IN/rows --out IN/rows",
        "encode --model IN/model --data parquet:IN/rows --out file://IN/rows/",
        "encode --model IN/model --data parquet:IN/rows --out VIA/rows",
        "encode --model IN/model --data image:IN/pictures/* --out IN/pictures",
        "encode --model IN/model --data dsprites --out IN",
        "encode --model IN/model --data dsprites --out VIA/model/metadata",
        "evaluate --model IN/model --data dsprites --json IN/model/m.json",
        "metrics --table IN/table.csv --json IN/table.csv",
        "metrics --table OUT --test IN/table.csv --json IN/table.csv",
        "metrics --table IN/table.csv --plots IN",
        "metrics --table IN/table.csv --plots OUT --json OUT/m.json",
        "traverse --model IN/model --out IN/model/t.png",
        "swap --model IN/model --data dsprites --out IN/model/t.png",
        "export --model IN/model --onnx IN/model",
        "export --model IN/model --onnx IN/model/onnx",
        "tune --data parquet:IN/rows --lambda 1 --alpha 1 --out IN/rows",
        "select --models IN/model,OUT --out IN/model",
        "select --data parquet:IN/rows --out IN",
        "experiment oogan --data parquet:IN/rows --out IN/rows/x",
        "experiment IN/experiment.json --out IN",
        "bench generate --model IN/model --json IN/model/j.json",
        "bench soak --json OUT --plot OUT",
        "chaos --data parquet:IN/rows --json IN/rows/j.json"
      })
  void outputsLieApartFromInputsAndFromEachOther(String command) throws IOException {
    Map<String, Long> before = files(in);
    String words =
        command
            .replace("IN", in.toString())
            .replace("VIA", folder.resolve("link").toString())
            .replace("OUT", folder.resolve("new").toString());
    for (String overwrite : List.of("", " --overwrite")) {
      CommandRun run = CommandRun.of("%s", words + overwrite);
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("expected a place apart from "), run::err);
      assertEquals(2, run.err().lines().count(), run::err);
    }
    assertEquals(before, files(in));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --data parquet:FAR --out IN/rows",
        "train --data image:FAR --out OUT --losses IN/pictures/l.png",
        "encode --model IN/model --data parquet:FAR --out IN/rows",
        "encode --model IN/model --data image:FAR/* --out IN/pictures",
        "metrics --table FAR --json IN/table.csv",
        "select --models FAR,OUT --out IN/model"
      })
  void outputsLieApartFromWhatInputsLinkTo(String command) throws IOException {
    Map<String, Long> before = files(in);
    Path links = Files.createDirectories(folder.resolve("links/deep"));
    for (String name : List.of("rows", "pictures", "table.csv", "model")) {
      if (!Files.isSymbolicLink(links.resolve(name))) {
        Files.createSymbolicLink(links.resolve(name), in.resolve(name));
      }
    }
    CommandRun run =
        CommandRun.of(
            "%s --overwrite",
            command
                .replace("IN", in.toString())
                .replace("FAR", links.getParent().toString())
                .replace("OUT", folder.resolve("new").toString()));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("expected a place apart from what --"), run::err);
    assertEquals(2, run.err().lines().count(), run::err);
    assertEquals(before, files(in));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --data dsprites --out PLACE",
        "generate --model IN/model --out PLACE",
        "generate --model IN/model --by 0 --folders PLACE --out OUT",
        "encode --model IN/model --data dsprites --out PLACE",
        "train --data dsprites --out OUT --report PLACE",
        "metrics --table IN/table.csv --metric mig --plots PLACE",
        "demo --out PLACE",
        "select --models IN/model,IN/./model --out PLACE",
        "tune --data dsprites --lambda 1 --alpha 1 --out PLACE",
        "export --model IN/model --onnx PLACE"
      })
  void foldersWithOtherThingsAreNotReplaced(String command) throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Path notes = Files.writeString(precious.resolve("notes.txt"), "mine");
    for (String place :
        List.of(precious.toString(), "/", ".", "..", System.getProperty("user.home"))) {
      CommandRun run =
          CommandRun.of(
              "%s --overwrite",
              command
                  .replace("PLACE", place)
                  .replace("IN", in.toString())
                  .replace("OUT", folder.resolve("new").toString()));
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().contains("parameter --"), run::err);
      assertTrue(Files.exists(notes));
      assertFalse(Files.exists(folder.resolve("new")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metrics --table IN/table.csv --json NUL",
        "traverse --model IN/model --out NUL",
        "encode --model IN/model --data dsprites --out NUL"
      })
  void devicesAreNotReplaced(String command) throws IOException {
    Path nul = folder.resolve("nul");
    if (!Files.exists(nul)) {
      Files.createSymbolicLink(nul, Path.of("/dev/null"));
    }
    CommandRun run =
        CommandRun.of(
            "%s --overwrite", command.replace("IN", in.toString()).replace("NUL", nul.toString()));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("found a device"), run::err);
    assertTrue(Files.isSymbolicLink(nul));
  }

  /** What others keep under a hidden name is not of this library either. */
  @Test
  void foldersWithHiddenThingsOfOthersAreNotReplaced() throws IOException {
    Path head =
        Files.writeString(
            Files.createDirectories(folder.resolve("clone/.git")).resolve("HEAD"), "mine");
    CommandRun run =
        CommandRun.of(
            "encode --model %s/model --data dsprites --overwrite --out %s/clone", in, folder);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("which holds .git"), run::err);
    assertTrue(Files.exists(head));
    Path notes =
        Files.writeString(
            Files.createDirectories(folder.resolve("s-runs/run-0")).resolve("notes.txt"), "mine");
    CommandRun select = CommandRun.of("select --data dsprites --overwrite --out %s/s", folder);
    assertEquals(2, select.exitCode(), select::err);
    assertTrue(select.err().contains("run-0, which holds notes.txt"), select::err);
    assertTrue(Files.exists(notes));
  }

  @Test
  void earlierResultsAreReplaced() {
    for (int times = 0; times < 2; times++) {
      success("generate --model %s/model --count 9 --overwrite --out %s/again", in, folder);
      success("encode --model %s/model --data %s --overwrite --out %s/codes", in, DATA, folder);
      success("export --model %s/model --overwrite --onnx %s/onnx", in, folder);
    }
    success(
        "train --data %s %s --checkpoint-interval 0 --overwrite --out %s/old", DATA, TINY, folder);
    success(
        "train --data %s %s --checkpoint-interval 0 --overwrite --out %s/old", DATA, TINY, folder);
  }

  @ParameterizedTest
  @CsvSource({"scratch://all/, scratch", "objects://bucket/, objects", "file://, local"})
  void everyOutputMayLieOnAnyFileSystem(String scheme, String name) throws IOException {
    boolean local = scheme.equals("file://");
    Path real = Files.createDirectories(folder.resolve(name));
    String out = local ? scheme + real + "/" : scheme;
    // what is replaced on this machine is in earlierResultsAreReplaced
    for (String overwrite : local ? List.of("") : List.of("", " --overwrite")) {
      success(
          "train --data %s %s --out %smodel --losses %sl.png --history %sdeep/h.csv --report %srun"
              + " --keep-checkpoints%s",
          DATA, TINY, out, out, out, out, overwrite);
      success(
          "checkpoints %smodel-checkpoints --evaluate mig --data %s --history %sc.csv%s",
          out, DATA, out, overwrite);
      success(
          "checkpoints %smodel-checkpoints --export newest --out %snewest%s", out, out, overwrite);
      success(
          "generate --model %smodel --count 20 --bins 2 --by 0 --out %sset --sheet %ss.png --folders %sclasses%s",
          out, out, out, out, overwrite);
      success("encode --model %smodel --data %s --out %scodes%s", out, DATA, out, overwrite);
      success(
          "metrics --table %scodes --metric mig --json %sm.json --plots %splots%s",
          out, out, out, overwrite);
      success("evaluate --model %smodel --data %s --json %se.json%s", out, DATA, out, overwrite);
      success("traverse --model %smodel --out %st.png%s", out, out, overwrite);
      success("export --model %smodel --onnx %sonnx%s", out, out, overwrite);
      success(
          "pack --model %smodel --name packed --summary s --licence l --made-by c --data %s"
              + " --metric mig --out %sresources",
          out, DATA, out);
      success("bench predict --out %sp.csv%s", out, overwrite);
      success(
          "select --models %smodel,%s/model --votes 2 --scale-sample 64 --out %sselected%s",
          out, in, out, overwrite);
    }
    for (String file :
        List.of(
            "model/metadata/part-00000",
            "l.png",
            "deep/h.csv",
            "s.png",
            "m.json",
            "e.json",
            "t.png",
            "onnx/generator.onnx",
            "run/report.html",
            "c.csv",
            "newest/metadata",
            "resources/META-INF/disentangle/pretrained-models",
            "resources/org/disentangle/pretrained/packed/card.json",
            "p.csv",
            "plots/mutual_information.png",
            "selected/ranking.json",
            "selected/matrix.png",
            "selected/model/metadata")) {
      assertTrue(Files.exists(real.resolve(file)), file);
    }
    try (Stream<Path> classes = Files.list(real.resolve("classes"))) {
      assertTrue(classes.findAny().isPresent());
    }
    assertFalse(Files.exists(Path.of("file:")));
    assertFalse(Files.exists(Path.of(name + ":")));
  }
}
